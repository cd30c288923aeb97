// swift-tools-version: 6.2

import PackageDescription

// Swift's runtime and Foundation in the binary itself: calls into them need no look through a
// table, and the tool starts in half the time. Debug builds, which tests link, go without.
let staticRuntime = [
    "-static-stdlib", "-lCoreFoundation", "-l_FoundationCShims", "-l_FoundationCollections",
    "-l_FoundationICU",
]

let package = Package(
    name: "iuran",
    products: [
        .executable(name: "iuran", targets: ["iuran"]),
        .executable(name: "iuran-sample", targets: ["SampleGenerator"]),
        // Preloaded by tests, which kill a run at each call that writes.
        .library(name: "FaultInjection", type: .dynamic, targets: ["FaultInjection"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
    ],
    targets: [
        // The system's libcsv: nothing but a module map and a shim.
        .systemLibrary(name: "CLibCSV", providers: [.apt(["libcsv-dev"])]),
        // The system's libxlsxwriter, likewise.
        .systemLibrary(name: "CLibXLSXWriter", providers: [.apt(["libxlsxwriter-dev"])]),
        // System calls that Glibc's module leaves out.
        .systemLibrary(name: "CSystem"),
        // The instruction that asks for memory ahead, and the number of cores.
        .systemLibrary(name: "CMachine"),
        // Bytes to rows.
        .target(name: "DelimitedText", dependencies: ["CLibCSV"]),
        // The domain: no input or output, no Foundation.
        .target(name: "Contributions", dependencies: ["CMachine"]),
        // Rows to typed records and findings; the rule tables.
        .target(
            name: "Intake",
            dependencies: [
                "Contributions",
                "DelimitedText",
                .product(name: "Yams", package: "Yams"),
            ],
            resources: [.embedInCode("Profiles/Shipped"), .embedInCode("RuleTables/Tables")]
        ),
        // The outcome of a run as CSV, JSON, HTML, XLSX and the diagnosis feed.
        .target(
            name: "Reporting",
            dependencies: [
                "CLibXLSXWriter",
                "Contributions",
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            resources: [
                .embedInCode("Diagnosis/Answers"), .embedInCode("Diagnosis/Letter"),
                .embedInCode("Diagnosis/Schema"), .embedInCode("Feed/Schema"),
                .embedInCode("Page/Templates"),
            ]
        ),
        // What a workspace remembers: deliveries, decisions and runs, in SQLite.
        .target(
            name: "RunStore",
            dependencies: ["Contributions", .product(name: "GRDB", package: "GRDB.swift")]
        ),
        // Composes a run; the only user of the file system and the clock.
        .target(
            name: "NightlyJob",
            dependencies: [
                "CSystem",
                "Contributions",
                "DelimitedText",
                "Intake",
                "Reporting",
                "RunStore",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Yams", package: "Yams"),
            ],
            resources: [.embedInCode("Workspace/Template")]
        ),
        .executableTarget(
            name: "iuran",
            dependencies: [
                "Contributions",
                "Intake",
                "NightlyJob",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            linkerSettings: [
                .unsafeFlags(staticRuntime, .when(platforms: [.linux], configuration: .release))
            ]
        ),
        // Invented companies, persons and payments for SampleData and the benchmarks.
        .executableTarget(
            name: "SampleGenerator",
            dependencies: [
                .product(name: "ArgumentParser", package: "swift-argument-parser")
            ]
        ),
        // What tests share: records from literals, random inputs, scenarios, the built binary.
        .target(
            name: "TestSupport",
            dependencies: [
                "Contributions", "DelimitedText", "Intake", "NightlyJob", "Reporting",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            path: "Tests/TestSupport"
        ),
        // Counts and disturbs the calls with which a program changes files; nothing links it.
        .target(name: "FaultInjection", path: "Tests/FaultInjection"),
        .testTarget(name: "ArchitectureTests", dependencies: ["TestSupport"]),
        .testTarget(
            name: "CommandLineTests",
            dependencies: ["TestSupport", "iuran", "SampleGenerator"]
        ),
        .testTarget(
            name: "ContributionsTests",
            dependencies: ["Contributions", "Intake", "TestSupport"]
        ),
        .testTarget(name: "DelimitedTextTests", dependencies: ["DelimitedText", "TestSupport"]),
        .testTarget(
            name: "DiagnosticTests",
            dependencies: [
                "Contributions", "Intake", "NightlyJob", "Reporting", "TestSupport", "iuran",
            ],
            exclude: ["Fixtures"]
        ),
        .testTarget(
            name: "GoldenReportTests",
            dependencies: ["Contributions", "Intake", "NightlyJob", "TestSupport"]
        ),
        .testTarget(
            name: "IntakeTests",
            dependencies: ["Contributions", "DelimitedText", "Intake", "TestSupport"]
        ),
        .testTarget(
            name: "LayoutTests",
            dependencies: ["Intake", "TestSupport", "iuran"],
            exclude: ["Layouts"]
        ),
        .testTarget(
            name: "NightlyJobTests",
            dependencies: [
                "Contributions", "Intake", "NightlyJob", "TestSupport",
                .product(name: "Crypto", package: "swift-crypto"),
            ]
        ),
        .testTarget(
            name: "NightTests",
            dependencies: [
                "Contributions",
                "RunStore",
                "TestSupport",
                "iuran",
                .product(name: "Crypto", package: "swift-crypto"),
            ]
        ),
        .testTarget(
            name: "ReportingTests",
            dependencies: [
                "Contributions", "Intake", "NightlyJob", "Reporting", "TestSupport", "iuran",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]
        ),
        .testTarget(
            name: "RunStoreTests",
            dependencies: [
                "Contributions",
                "RunStore",
                "TestSupport",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            exclude: ["Schemas"]
        ),
    ]
)

for target in package.targets where target.type != .system {
    target.swiftSettings =
        (target.swiftSettings ?? []) + [
            .enableUpcomingFeature("ExistentialAny"),
            .enableUpcomingFeature("InternalImportsByDefault"),
            .enableUpcomingFeature("MemberImportVisibility"),
            .treatAllWarnings(as: .error),
        ]
}
