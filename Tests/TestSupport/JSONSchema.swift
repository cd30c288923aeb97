private import Foundation

/// The part of JSON Schema (draft 2020-12) that our schemas use; any other keyword is an error.
package struct JSONSchema {
    private let root: [String: Any]

    /// Reads a schema.
    package init(_ text: String) throws {
        let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
        guard let root = object as? [String: Any] else { throw Problem("a schema is an object") }
        self.root = root
    }

    /// What a document does against a definition of the schema; empty when it is valid.
    package func problems(of document: String, against definition: String) throws -> [String] {
        let value = try JSONSerialization.jsonObject(with: Data(document.utf8))
        let schema = try resolve("#/$defs/\(definition)")
        return try problems(value, schema, at: definition)
    }

    private struct Problem: Error, CustomStringConvertible {
        let description: String

        init(_ description: String) { self.description = description }
    }

    private func resolve(_ reference: String) throws -> [String: Any] {
        let name = String(reference.dropFirst("#/$defs/".count))
        let definitions = root["$defs"] as? [String: [String: Any]]
        guard let schema = definitions?[name] else { throw Problem("no \(reference)") }
        return schema
    }

    private func problems(_ value: Any, _ schema: [String: Any], at place: String) throws
        -> [String]
    {
        var problems: [String] = []
        for (keyword, rule) in schema {
            switch (keyword, rule) {
            case ("description", _), ("required", _), ("additionalProperties", _), ("format", _):
                break
            case ("$ref", let reference as String):
                problems += try self.problems(value, try resolve(reference), at: place)
            case ("type", let type as String):
                if !Self.isOf(type, value) { problems.append("\(place): not of type \(type)") }
            case ("const", let text as String):
                if value as? String != text { problems.append("\(place): not \(text)") }
            case ("enum", let texts as [String]):
                if !texts.contains(value as? String ?? "?") {
                    problems.append("\(place): \(value) is none of \(texts)")
                }
            case ("pattern", let pattern as String):
                let regex = try Regex(pattern)
                if try regex.firstMatch(in: value as? String ?? "") == nil {
                    problems.append("\(place): \(value) is not like \(pattern)")
                }
            case ("minimum", let least as Int):
                if (value as? Int ?? .min) < least { problems.append("\(place): below \(least)") }
            case ("minItems", let least as Int):
                if (value as? [Any] ?? []).count < least { problems.append("\(place): too few") }
            case ("items", let schema as [String: Any]):
                for (index, item) in (value as? [Any] ?? []).enumerated() {
                    problems += try self.problems(item, schema, at: "\(place)[\(index)]")
                }
            case ("properties", let properties as [String: [String: Any]]):
                problems += try object(value, properties, schema, at: place)
            default: throw Problem("\(place): the keyword \(keyword) is not known here")
            }
        }
        return problems
    }

    private func object(
        _ value: Any,
        _ properties: [String: [String: Any]],
        _ schema: [String: Any],
        at place: String
    ) throws -> [String] {
        guard let object = value as? [String: Any] else { return ["\(place): no object"] }
        var problems: [String] = []
        for name in schema["required"] as? [String] ?? [] where object[name] == nil {
            problems.append("\(place): \(name) is missing")
        }
        for (name, value) in object {
            guard let schema = properties[name] else {
                problems.append("\(place): \(name) is not in the schema")
                continue
            }
            problems += try self.problems(value, schema, at: "\(place).\(name)")
        }
        return problems
    }

    private static func isOf(_ type: String, _ value: Any) -> Bool {
        switch type {
        case "object": value is [String: Any]
        case "array": value is [Any]
        case "string": value is String
        case "boolean": value is Bool
        case "integer": value is Int
        default: false
        }
    }
}
