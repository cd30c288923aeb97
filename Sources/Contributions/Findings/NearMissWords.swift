/// What a clerk reads of two workers who may be one person: which values agree, and how the others
/// differ.
struct NearMissWords {
    private let evidence: PairEvidence
    private let worker: Worker
    private let other: Worker
    private let context: SettlementContext

    init(
        _ evidence: PairEvidence,
        _ worker: Worker,
        _ other: Worker,
        _ context: SettlementContext
    ) {
        self.evidence = evidence
        self.worker = worker
        self.other = other
        self.context = context
    }
}

extension NearMissWords {
    /// The number under which the other one is found in the ledger or the register.
    var number: String {
        text(isByNIK || !other.kpj.isUsable ? other.nik.text : other.kpj.text)
    }

    private var isByNIK: Bool {
        if case .zerosLost = evidence.kpj { return false }
        return evidence.nik.isClose
    }

    /// First who the other one is and where, then each value.
    var sentence: String {
        let numbers = [
            other.kpj.isUsable ? "KPJ \(text(other.kpj.text))" : nil,
            other.nik.isUsable ? "NIK \(text(other.nik.text))" : nil,
        ]
        let place = context.directory.ledger[other.group].isEmpty ? "data peserta" : "data iuran"
        let values = [nikWords, kpjWords, nameWords, birthWords].compactMap(\.self)
        return "\(place) memuat \(numbers.compactMap(\.self).joined(separator: ", ")) dengan "
            + values.joined(separator: "; ")
    }

    private var nikWords: String? {
        switch evidence.nik {
        case .absent, .zerosLost: nil
        case .differs: other.nik.isUsable && worker.nik.isUsable ? "NIK berbeda" : nil
        case .remains: "NIK yang rusak di Excel, digit depannya sama"
        case .same: "NIK sama yang dimiliki beberapa pekerja"
        case .slip(let slip): "NIK berbeda satu ketikan (\(slip.words))"
        }
    }

    private var kpjWords: String? {
        switch evidence.kpj {
        case .absent, .remains: nil
        case .differs: "KPJ berbeda"
        case .same: "KPJ sama"
        case .zerosLost: "KPJ hanya berbeda nol di depan"
        case .slip(let slip): "KPJ berbeda satu ketikan (\(slip.words))"
        }
    }

    private var nameWords: String? {
        let found = context.records.texts.string(of: other.name)
        switch evidence.name {
        case .absent: return nil
        case .same: return "nama sama"
        case .abbreviated: return "nama disingkat (\"\(found)\")"
        case .sharesWord: return "nama sama sebagian (\"\(found)\")"
        case .differs: return "nama berbeda (\"\(found)\")"
        }
    }

    private var birthWords: String? {
        switch evidence.birth {
        case .absent: nil
        case .same: "tanggal lahir sama"
        case .swapped: "hari dan bulan lahir tertukar (\(other.birth))"
        case .oneDigit: "tanggal lahir berbeda satu angka (\(other.birth))"
        case .differs: "tanggal lahir berbeda (\(other.birth))"
        }
    }

    private func text(_ number: PackedText) -> String {
        context.records.identifiers.string(of: number)
    }
}

extension TypingError {
    /// What was typed in place of the right number.
    package var words: String {
        switch self {
        case .replaced(let place): "angka ke-\(place)"
        case .swapped(let place): "angka ke-\(place) dan ke-\(place + 1) tertukar"
        case .leftOut(let place): "tanpa angka ke-\(place)"
        case .added(let place): "dengan tambahan angka ke-\(place)"
        }
    }
}
