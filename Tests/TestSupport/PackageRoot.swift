/// Where the package lies, found from the place of this very file.
package enum PackageRoot {
    /// The folder that holds `Package.swift`.
    package static let path: String = {
        // <root>/Tests/TestSupport/PackageRoot.swift
        let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        return parts.dropLast(3).joined(separator: "/")
    }()

    /// The path of a file of the package.
    package static func path(of name: String) -> String {
        "\(path)/\(name)"
    }
}
