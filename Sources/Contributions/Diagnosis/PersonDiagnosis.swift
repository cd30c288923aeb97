/// A person's memberships, seen together: an officer answers persons, not employers.
package struct PersonDiagnosis: Sendable {
    /// One for each employer, the best first; never empty.
    package let memberships: [Diagnosis]

    /// - Parameter memberships: What is known of the person, in any order; at least one.
    package init(_ memberships: [Diagnosis]) {
        precondition(!memberships.isEmpty, "a person without membership")
        self.memberships = memberships.enumerated()
            .sorted { left, right in
                (left.element.status.personRank, left.offset)
                    < (right.element.status.personRank, right.offset)
            }
            .map(\.element)
    }

    /// The person's status (`status_orang`): the best of those at all employers.
    package var status: WorkerStatus { memberships[0].status }

    /// What is short at all employers.
    package var arrears: Rupiah { memberships.reduce(into: .zero) { $0 += $1.arrears } }
}

extension WorkerStatus {
    /// How good the status is for a person who has several, from 0: aktif, menunggak, nonaktif,
    /// belum_terdaftar, tidak_diketahui, berakhir.
    package var personRank: Int {
        switch self {
        case .active: 0
        case .inArrears: 1
        case .inactive: 2
        case .unregistered: 3
        case .unknown: 4
        case .ended: 5
        }
    }
}
