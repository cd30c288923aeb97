internal import Contributions

// What answer, card and letter say alike of a diagnosis.

extension Diagnosis {
    /// The findings of money for a month of the run under another employer.
    var monthsPaidElsewhere: [NotedFinding] {
        let months = run.map(\.month)
        return findings(.otherEmployer).filter { finding in
            finding.month.map(months.contains) ?? false
        }
    }

    /// What is short in the months of the run.
    var runAmount: Rupiah { run.reduce(into: .zero) { $0 += $1.short } }

    /// The months for which a cut from the wage has not arrived, as far as can be seen.
    var monthsCut: [ContributionMonth] {
        Set(findings(.cutNotPaidOn).compactMap(\.month)).sorted()
    }

    /// The months whose payments nobody has told of yet.
    var monthsWithoutData: [ContributionMonth] {
        openMonths.filter { $0.status == .noData }.map(\.month)
    }

    /// Since or from when the status holds, as what follows its name; empty where no day is known.
    var statusDetail: String {
        let detail =
            switch status {
            case .inactive: inactiveSince.ifPresent.map { " sejak \(DateText.long($0))" }
            case .inArrears:
                inactiveOn.ifPresent.map {
                    "; diperkirakan nonaktif pada \(DateText.long($0)) bila tidak ada pembayaran"
                }
            case .ended: evidence.ended.ifPresent.map { " pada \(DateText.long($0))" }
            case .unregistered, .unknown, .active: String?.none
            }
        return detail ?? ""
    }

    /// Whether a month is unpaid for more than three months on a day, so that the employer
    /// itself pays the benefits of JKK and JKP first.
    func isLongOverdue(on day: Day) -> Bool {
        openMonths.contains { month in
            month.status == .unpaid && startedMonths(from: month.dueDate, to: day) > 3
        }
    }

    /// The NIK with its middle hidden.
    var maskedNIK: String { MaskedIdentifier.text(nik) }

    /// The personal data that do not match, each once, with the lines that show it.
    var wrongData: [(what: String, places: [Place])] {
        let codes: [FindingCode] = [
            .nikDiffers, .nikInvalid, .damagedNIK, .nameDiffers, .birthDiffers,
        ]
        return codes.compactMap { code in
            let found = findings(code)
            guard let what = code.wrongData, !found.isEmpty else { return nil }
            var places: [Place] = []
            for place in found.compactMap(\.place) where !places.contains(place) {
                places.append(place)
            }
            return (what, places)
        }
    }
}

extension FindingCode {
    /// What is wrong with a person's data, for himself; nil for findings about anything else.
    fileprivate var wrongData: String? {
        switch self {
        case .nikDiffers: "NIK di BPJS Ketenagakerjaan berbeda dari NIK di perusahaan"
        case .nikInvalid: "NIK di perusahaan tidak mungkin benar"
        case .damagedNIK: "NIK di berkas perusahaan rusak karena Excel"
        case .nameDiffers: "nama di BPJS Ketenagakerjaan berbeda dari nama di perusahaan"
        case .birthDiffers:
            "tanggal lahir di BPJS Ketenagakerjaan berbeda dari tanggal lahir di perusahaan"
        default: nil
        }
    }
}

extension DiagnosedEmployer {
    /// The employer's name, or its number where no file names it.
    var title: String { name.isEmpty ? "perusahaan dengan NPP \(npp)" : name }

    /// The employer's name with its number.
    var titleWithNPP: String { name.isEmpty ? title : "\(name) (NPP \(npp))" }
}

extension FeedHead {
    /// The newest month whose due date has passed: its files should have come.
    var newestPastDue: ContributionMonth { nextDueDate.month.advanced(by: -2) }
}

extension Place {
    /// The place without the folders, for letters and answers: the report has the whole path.
    var shortText: String { "\(file.split(separator: "/").last ?? ""):\(line)" }
}

extension [Place] {
    /// The first places and how many there are besides: `a.csv:4, b.csv:7, +2 lagi`.
    func text(limit: Int, isShort: Bool = false) -> String {
        let shown = prefix(limit).map(isShort ? \.shortText : \.text)
        return (shown + (count > limit ? ["+\(count - limit) lagi"] : [])).joined(separator: ", ")
    }
}
