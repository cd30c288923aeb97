import Contributions
import Testing

/// A person with several employers has the best status of all.
@Suite("Persons")
struct PersonDiagnosisTests {
    private func diagnosis(_ status: WorkerStatus, _ id: Int = 1) -> Diagnosis {
        let employer = DiagnosedEmployer(
            npp: "12004518",
            name: "PT Batik",
            payrollUntil: nil,
            ledgerUntil: nil,
            hasRegister: true
        )
        return Diagnosis(id: id, employer: employer, status: status)
    }

    @Test("the best is aktif, then menunggak, nonaktif, belum_terdaftar, tidak_diketahui, berakhir")
    func theBest() {
        let order: [WorkerStatus] = [
            .active, .inArrears, .inactive, .unregistered, .unknown, .ended,
        ]
        for (place, best) in order.enumerated() {
            for other in order[place...] {
                let person = PersonDiagnosis([diagnosis(other), diagnosis(best)])
                #expect(person.status == best)
                #expect(person.memberships.map(\.status) == [best, other])
            }
        }
    }

    @Test(
        "each cause has its channel and actor, as the guide says where to go",
        arguments: [
            (.notRegistered, .humanResources, .employer), (.notSynchronised, .call175, .employer),
            (.noLongerRegistered, .humanResources, .employer),
            (.notPaid, .humanResources, .employer),
            (.leavingNotReported, .humanResources, .employer),
            (.wrongPersonalData, .branch, .employer), (.accountNotRegistered, .portal, .worker),
            (.evidenceIncomplete, .chat, .employer),
            (.paidIncompletely, .humanResources, .employer), (.none, .chat, .nobody),
        ] as [(Cause, Channel, Actor)]
    )
    func channels(_ cause: Cause, _ channel: Channel, _ actor: Actor) {
        #expect(cause.channel == channel)
        #expect(cause.actor == actor)
    }

    @Test("what is paid the day before the membership turns inactive is in time")
    func deadlines() throws {
        let due = try #require(Day(year: 2026, month: 12, day: 15))
        var inArrears = diagnosis(.inArrears)
        inArrears.causes = [.notPaid]
        inArrears.inactiveOn = due.advanced(by: 1)
        #expect(inArrears.nextStep(nextDueDate: due.advanced(by: -30)).deadline == due)
        var leaver = diagnosis(.ended)
        leaver.causes = [.leavingNotReported]
        #expect(leaver.nextStep(nextDueDate: due).deadline == due)
        var account = diagnosis(.active)
        account.causes = [.accountNotRegistered]
        #expect(account.nextStep(nextDueDate: due).deadline.isAbsent)
    }

    @Test(
        "near numbers are those one slip lies between",
        arguments: [
            ("1235", "angka ke-4"), ("1243", "angka ke-3 dan ke-4 tertukar"),
            ("123", "dengan tambahan angka ke-4"), ("12345", "tanpa angka ke-5"),
            ("01234", "tanpa angka ke-1"),
        ]
    )
    func nearNumbers(_ number: String, _ words: String) {
        let near = NearNumber.all("1234")
        #expect(near.first { $0.number == number }?.slip.words == words)
        #expect(Set(near.map(\.number)).count == near.count)
        #expect(!near.contains { $0.number == "1234" })
        #expect(NearNumber.all("12").isEmpty)
        #expect(NearNumber.all("12A4").isEmpty)
    }
}
