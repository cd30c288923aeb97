import Intake
import TestSupport
import Testing

/// Each layout of HR's files is reconciled like the canonical form of the same month.
@Suite("Layouts")
struct LayoutTests {
    @Test("give the details of the canonical form", arguments: try LayoutFixture.all())
    func givesTheCanonicalDetails(_ fixture: LayoutFixture) throws {
        let found = try fixture.reconcile(.berkas).detailsWithoutSources
        let expected = try fixture.reconcile(.baku).detailsWithoutSources
        #expect(expected.count > 1, "\(fixture): the canonical form gives no row")
        #expect(found.count == expected.count)
        for (one, other) in zip(found, expected) where one != other {
            Issue.record("\(fixture): found \(one), expected \(other)")
        }
    }

    @Test("are read by the profile of their folder", arguments: try LayoutFixture.all())
    func namesTheProfile(_ fixture: LayoutFixture) throws {
        let report = try fixture.reconcile(.berkas)
        #expect(report.profiles.contains(fixture.name), "found \(report.profiles)")
        #expect(report.manifest.masukan.allSatisfy { $0.keadaan == "dibaca" })
        // The other side needs no profile: it is what the layout is measured against.
        #expect(try fixture.reconcile(.baku).profiles.isEmpty)
    }

    @Test("account for every physical line", arguments: try LayoutFixture.all())
    func accountsForEveryLine(_ fixture: LayoutFixture) throws {
        for input in try fixture.reconcile(.berkas).manifest.masukan {
            let parts = input.judul + input.diterima + input.ditolak + input.kosong + input.dilewati
            #expect(input.baris == parts, "\(input)")
            let lineCount = try physicalLineCount(fixture.path(.berkas, input.berkas))
            #expect(input.baris + input.lanjutan == lineCount, "\(input)")
            #expect(input.ditolak == 0, "\(input)")
        }
    }

    @Test("every shipped profile has a fixture")
    func everyProfileHasAFixture() throws {
        let shown = Set(try LayoutFixture.all().flatMap { try $0.reconcile(.berkas).profiles })
        for profile in ProfileCatalogue.shipped where !shown.contains(profile.name) {
            Issue.record(
                """
                No fixture shows the profile \(profile.name). Add Tests/LayoutTests/Layouts/\
                \(profile.name) with the layout as HR sends it in berkas/ and the canonical form of \
                the same month in baku/.
                """
            )
        }
        #expect(shown.isSubset(of: ProfileCatalogue.shipped.map(\.name)))
    }
}
