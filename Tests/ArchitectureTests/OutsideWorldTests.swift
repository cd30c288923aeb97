import Testing

/// The file system and the clock: only at the edge, so that everything else repeats.
@Suite("The outside world")
struct OutsideWorldTests {
    private let files: [SourceFile]

    init() throws {
        files = try SourceFile.all(below: "Sources")
    }

    private func users(of pattern: some RegexComponent) -> [String] {
        files.flatMap { $0.lines(matching: pattern) }
    }

    private func targets(_ places: [String]) -> Set<String> {
        Set(places.compactMap { $0.split(separator: "/").dropFirst().first.map(String.init) })
    }

    @Test("only the job, the tool and the generator use the file system")
    func fileSystem() {
        let places = users(of: /\b(FileManager|FileHandle|fopen|contentsOfFile|fileURLWithPath)\b/)
        let allowed: Set = ["NightlyJob", "iuran", "SampleGenerator"]
        #expect(targets(places).isSubset(of: allowed), "\(places)")
        #expect(targets(places).contains("NightlyJob"))
    }

    @Test("only one file of the job reads the clock")
    func clock() {
        let places = users(
            of:
                /\btime\(nil\)|clock_gettime|gettimeofday|\bDate\(\)|Date\.now|\bDate\(timeInterval|ContinuousClock|SuspendingClock|DispatchTime\.now|\bUUID\(\)/
        )
        #expect(Set(places.map { $0.prefix { $0 != ":" } }) == ["Sources/NightlyJob/Clock.swift"])
    }

    @Test("nothing is random but the generator, whose numbers a seed repeats")
    func chance() {
        let places = users(
            of: /SystemRandomNumberGenerator|\.random\(in:|\.shuffled\(\)|\brand\(|arc4random/
        )
        #expect(targets(places).isSubset(of: ["SampleGenerator"]), "\(places)")
    }

    @Test("only the tool writes to the terminal")
    func terminal() {
        let places = users(of: /(^|[^.\w])print\(|\bputs\(|standardOutput/)
        #expect(targets(places).isSubset(of: ["iuran", "SampleGenerator"]), "\(places)")
    }

    @Test("only the tool and the job's own number ask the system about the process")
    func environment() {
        let places = users(
            of: /\bgetenv\(|ProcessInfo\.processInfo\.environment|CommandLine\.arguments/
        )
        #expect(targets(places).isSubset(of: ["iuran"]), "\(places)")
    }
}
