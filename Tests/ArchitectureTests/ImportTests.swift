import Testing

/// The dependency graph of `design.md` 6, read from the import lines.
@Suite("Imports")
struct ImportTests {
    /// The modules of this package that each of its modules may import.
    private static let graph: [String: Set<String>] = [
        "iuran": ["NightlyJob", "Contributions", "Intake"],
        "NightlyJob": [
            "Intake", "Reporting", "RunStore", "DelimitedText", "Contributions", "CSystem",
        ],
        "RunStore": ["Contributions"],
        "Intake": ["DelimitedText", "Contributions"],
        "Reporting": ["Contributions", "CLibXLSXWriter"],
        "Contributions": ["CMachine"],
        "DelimitedText": ["CLibCSV"],
        "CLibCSV": [],
        "CLibXLSXWriter": [],
        "CSystem": [],
        "CMachine": [],
        "SampleGenerator": [],
    ]

    /// The only modules that may import what lies outside the package.
    private static let outside: [String: Set<String>] = [
        "Foundation": ["iuran", "NightlyJob", "Reporting", "SampleGenerator"],
        "ArgumentParser": ["iuran", "SampleGenerator"],
        "Crypto": ["NightlyJob"],
        "GRDB": ["RunStore"],
        "GRDBSQLite": ["Reporting"],
        "Logging": ["NightlyJob"],
        "Yams": ["Intake", "NightlyJob"],
        "Mustache": ["Reporting"],
        "Dispatch": ["Contributions", "Reporting", "NightlyJob"],
        "Synchronization": ["Contributions", "Intake", "Reporting", "NightlyJob"],
        "Glibc": [
            "Contributions", "DelimitedText", "Intake", "Reporting", "NightlyJob", "iuran",
            "SampleGenerator",
        ],
    ]

    private let files: [SourceFile]

    init() throws {
        files = try SourceFile.all(below: "Sources")
    }

    @Test("every module of Sources has a place in the graph")
    func everyModuleHasAPlace() {
        #expect(files.count > 100)
        #expect(Set(files.map(\.target)).subtracting(Self.graph.keys).isEmpty)
    }

    @Test("a module imports only what lies below it, and siblings never each other")
    func onlyWhatLiesBelow() {
        for file in files {
            let ours = Set(file.imports).intersection(Self.graph.keys)
            let allowed = Self.graph[file.target] ?? []
            #expect(ours.isSubset(of: allowed), "\(file) imports \(ours.subtracting(allowed))")
        }
    }

    @Test("the graph has no cycle")
    func theGraphHasNoCycle() {
        var rest = Self.graph
        while let leaf = rest.first(where: { $0.value.isDisjoint(with: rest.keys) })?.key {
            rest[leaf] = nil
        }
        #expect(rest.isEmpty)
    }

    @Test("a library is imported only where it has its place")
    func librariesHaveTheirPlace() {
        for file in files {
            for module in file.imports where Self.graph[module] == nil {
                let users = Self.outside[module]
                #expect(users?.contains(file.target) == true, "\(file) imports \(module)")
            }
        }
    }

    @Test("the domain knows nothing of Foundation, and a C library has one user")
    func theDomainKnowsNothingOfFoundation() {
        let users = { (module: String) in
            Set(files.filter { $0.imports.contains(module) }.map(\.target))
        }
        #expect(!users("Foundation").contains("Contributions"))
        #expect(!users("FoundationEssentials").contains("Contributions"))
        #expect(users("CLibCSV") == ["DelimitedText"])
        #expect(users("CLibXLSXWriter") == ["Reporting"])
        #expect(users("CMachine") == ["Contributions"])
        // The rule means something only if somebody uses these.
        #expect(users("Foundation").contains("NightlyJob"))
    }

    @Test(
        "an import is seen in every form",
        arguments: [
            "import Foundation", "private import Foundation", "package import Foundation",
            "@testable import Foundation", "@preconcurrency internal import Foundation",
            "    import Foundation", "import struct Foundation.URL",
        ]
    )
    func anImportIsSeen(_ line: String) {
        #expect(SourceFile("Sources/Contributions/A.swift", line).imports == ["Foundation"])
    }

    @Test(
        "an import in a comment or a string is none",
        arguments: ["// import Foundation", "\"import Foundation\""]
    )
    func anImportInACommentIsNone(_ line: String) {
        #expect(SourceFile("Sources/Contributions/A.swift", line).imports.isEmpty)
    }
}
