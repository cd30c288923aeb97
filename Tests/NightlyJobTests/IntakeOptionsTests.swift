internal import Contributions
internal import Intake
internal import TestSupport
internal import Testing

@testable internal import NightlyJob

@Suite("What is known of files by their name")
struct IntakeOptionsTests {
    @Test(
        "follows a pattern in which a star stands for anything but a slash",
        arguments: [
            ("gaji.csv", "gaji.csv", true), ("gaji.csv", "gaji.csv.bak", false),
            ("*.csv", "gaji.csv", true), ("*.csv", "braga/gaji.csv", false),
            ("braga/*.csv", "braga/gaji.csv", true), ("braga/*", "dago/gaji.csv", false),
            ("*/gaji-*.csv", "braga/gaji-okt.csv", true), ("*a*a*", "banana", true),
            ("*a*a*", "bna", false), ("", "x", false),
        ] as [(String, String, Bool)]
    )
    func followsAPattern(_ pattern: String, _ name: String, _ matches: Bool) {
        #expect(FilePattern(pattern).matches(name) == matches)
    }

    @Test("is said in the settings, and the later entry wins")
    func isSaidInTheSettings() throws {
        let folder = try WorkFolder()
        try folder.write(
            """
            blth_periode: {"27014563": awal}
            berkas:
              - {nama: "*.csv", npp: "27014563", blth: "2026-10", tanggal: hari-bulan}
              - {nama: "dago-*.csv", npp: "12004518", profil: restoran, blth_periode: akhir}

            """,
            to: "iuran.yaml"
        )
        let settings = try Settings.read(folder.path(of: "iuran.yaml"))
        let dago = settings.intake.hints(for: "dago-10.csv")
        #expect(dago.npp == Array("12004518".utf8))
        #expect(dago.month == ContributionMonth(year: 2026, month: 10))
        #expect(dago.profile == "restoran")
        #expect(dago.periodMonth == .last)
        #expect(dago.dateOrder == .dayFirst)
        let other = settings.intake.hints(for: "braga.csv")
        #expect(other.npp == Array("27014563".utf8))
        #expect(other.profile == nil)
        #expect(other.periodMonths[Array("27014563".utf8)] == .first)
        #expect(settings.intake.hints(for: "braga/a.csv").npp == nil)
    }

    @Test(
        "names what is wrong with a setting",
        arguments: [
            ("blth_periode: tengah", "blth_periode: found \"tengah\", expected awal or akhir"),
            ("berkas: x.csv", "expected a list of entries"),
            ("berkas: [{npp: \"1\"}]", "every entry needs `nama`"),
            ("berkas: [{nama: a, warna: b}]", "unknown key \"warna\" of a"),
            ("berkas: [{nama: a, blth: 10-2026}]", "expected a month such as 2026-10"),
            ("berkas: [{nama: a, tanggal: ymd}]", "expected hari-bulan or bulan-hari"),
            ("berkas: [{nama: a, npp: \"1\"}]", "expected an NPP of 6 to 10 digits"),
            ("berkas: [{nama: a, profil: tiada}]", "no profile \"tiada\"; known are "),
            ("profil: tiada.yaml", "no such profile"),
        ] as [(String, String)]
    )
    func namesWhatIsWrong(_ yaml: String, _ words: String) throws {
        let folder = try WorkFolder(["iuran.yaml": yaml + "\n"])
        let failure = #expect(throws: Failure.self) {
            try Settings.read(folder.path(of: "iuran.yaml"))
        }
        #expect(failure?.description.contains(words) == true, "\(failure?.description ?? "")")
        #expect(failure?.status == .settings)
    }
}
