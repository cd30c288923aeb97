package import Contributions

/// What a run found out about one employer.
package struct EmployerSummary: Sendable {
    /// The employer's place in ``Records/employers``.
    package let employer: UInt32
    package let npp: String
    /// The newest name of the employers file; empty without one.
    package let name: String
    package let statuses: Tally<WorkerStatus>
    package let causes: Tally<Cause>
    package let findings: Tally<FindingCode>
    package let tieOut: TieOut
    /// Whether the bridges of all its months close.
    package let isTied: Bool
    /// The late fee as far as the data tell; an estimate.
    package let lateFee: Rupiah
    package let ageing: Ageing
    package let reach: DataReach
    /// Where its months stand in ``Outcome/totals``.
    package let months: Range<Int>
    /// Where its workers stand in ``Outcome/workers``.
    package let workers: Range<Int>

    /// What is outstanding: the short amounts of unpaid and short months (`tunggakan`).
    package var arrears: Rupiah { tieOut.outstanding.total }

    /// Whether it belongs among the employers in arrears.
    var owesSomething: Bool {
        arrears > .zero || statuses[.inactive] > 0 || statuses[.inArrears] > 0
    }

    /// The name, or without one the word for it.
    package var title: String { name.isEmpty ? "NPP \(npp)" : name }

    /// The name of the employer's page under `perusahaan/`.
    ///
    /// An odd NPP may hold any character; none of them may lead out of the folder, and two NPPs
    /// never share a page.
    package var pageFileName: String {
        var name = ""
        for byte in npp.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "a")...UInt8(ascii: "z"):
                name.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                name += "_" + String(byte, radix: 16)
            }
        }
        return (name.isEmpty ? "_" : name) + ".html"
    }
}
