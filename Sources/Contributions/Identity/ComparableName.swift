/// A name as far as a person would take two spellings of it for one.
///
/// Titles, honorifics and connectors (`Drs.`, `Hj.`, `S.Kom.`, `bin`) go; the spellings of Muhammad
/// and of a few other common words become one, old spelling (`oe`, `dj`, `tj`) becomes new; case,
/// punctuation and the order of the words do not count. It decides nothing by itself: the finding
/// `nama-berbeda` compares with ``NameWords``, and no row is ever joined by a name.
struct ComparableName: Hashable, Sendable {
    /// The words without titles, in the order of the alphabet.
    private(set) var words: [[UInt8]] = []
    /// The words as they were written, one behind the other: `Nur Aini` and `Nuraini` agree in it.
    private(set) var joined: [UInt8] = []

    init(_ name: UnsafeBufferPointer<UInt8>) {
        var written = Self.writtenWords(name)
        Self.removeTitles(from: &written)
        let spelled = written.map(Self.commonSpelling)
        joined = Array(spelled.joined())
        words = spelled.sorted { $0.lexicographicallyPrecedes($1) }
    }

    /// The words that are more than an initial; two names that agree in any way share one.
    var fullWords: [[UInt8]] {
        words.filter { $0.count > 1 }
    }
}

/// How far two names agree.
package enum NameAgreement: UInt8, Comparable, Sendable {
    /// They share no word.
    case differs
    /// One of them is not known.
    case absent
    /// They share a word: a name after marriage, or two members of a family.
    case sharesWord
    /// One is the other with initials, or with words left out.
    case abbreviated
    case same

    package static func < (left: NameAgreement, right: NameAgreement) -> Bool {
        left.rawValue < right.rawValue
    }
}

extension ComparableName {
    /// How far the name agrees with another one.
    func agreement(with other: ComparableName) -> NameAgreement {
        guard !words.isEmpty, !other.words.isEmpty else { return .absent }
        if words == other.words || joined == other.joined { return .same }
        if Self.isShortened(core, other.core) { return .abbreviated }
        return fullWords.contains(where: other.fullWords.contains) ? .sharesWord : .differs
    }

    /// The words without Muhammad, which people leave out, where others remain.
    private var core: [[UInt8]] {
        let rest = words.filter { $0 != Self.muhammad }
        return rest.isEmpty ? words : rest
    }

    /// Whether one list of words is the other one with initials, or with words left out.
    ///
    /// A single shared word is not enough where words are missing.
    private static func isShortened(_ left: [[UInt8]], _ right: [[UInt8]]) -> Bool {
        if left == right { return true }
        let (short, long) = left.count <= right.count ? (left, right) : (right, left)
        var rest = long
        var initials: [[UInt8]] = []
        var sharedCount = 0
        for word in short {
            if let place = rest.firstIndex(of: word) {
                rest.remove(at: place)
                if word.count > 1 { sharedCount += 1 }
            } else {
                initials.append(word)
            }
        }
        for word in initials {
            let fits = rest.firstIndex {
                $0.first == word.first && ($0.count == 1 || word.count == 1)
            }
            guard let fits else { return false }
            rest.remove(at: fits)
        }
        // `M. Rizki` may be `Rizki`: an initial before the name stands for Muhammad.
        let omitted = rest.filter { $0 != [UInt8(ascii: "M")] }
        return omitted.isEmpty ? sharedCount > 0 : sharedCount > 1
    }
}

// MARK: - Normalising

extension ComparableName {
    private static let muhammad = Array("MUHAMMAD".utf8)

    /// The words as they are written, upper-cased and without punctuation.
    ///
    /// A point ends a word too, so that `M.Rizki` is two of them; `S.Kom.` stays one, because it is
    /// a title.
    private static func writtenWords(_ name: UnsafeBufferPointer<UInt8>) -> [[UInt8]] {
        name.split { separators.contains($0) }.flatMap { token -> [[UInt8]] in
            let parts = token.split(separator: UInt8(ascii: ".")).flatMap { part in
                NameWords.words(of: UnsafeBufferPointer(rebasing: part))
            }
            let whole = Array(parts.joined())
            return titles.contains(whole) ? [whole] : parts
        }
    }

    private static let separators = Array(" ,/\t\r\n".utf8)

    /// Takes the titles away; a name of titles only keeps its words.
    private static func removeTitles(from words: inout [[UInt8]]) {
        var kept: [[UInt8]] = []
        for word in words {
            let isFront = kept.isEmpty
            if titles.contains(word) && !(isFront && frontWords.contains(word)) { continue }
            if isFront ? frontTitles.contains(word) : connectors.contains(word) { continue }
            kept.append(word)
        }
        if kept.contains(where: { $0.count > 1 }) { words = kept }
    }

    /// The spelling by which a word is compared.
    private static func commonSpelling(_ word: [UInt8]) -> [UInt8] {
        if let spelling = spellings[word] { return spelling }
        return modernised(word)
    }

    /// A word in the spelling of 1972: `Soerjadi` becomes `SURJADI`, `Djoko` becomes `JOKO`.
    private static func modernised(_ word: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        var index = 0
        while index < word.count {
            let next = index + 1 < word.count ? word[index + 1] : 0
            switch (word[index], next) {
            case (UInt8(ascii: "O"), UInt8(ascii: "E")):
                text.append(UInt8(ascii: "U"))
                index += 2
            case (UInt8(ascii: "D"), UInt8(ascii: "J")):
                text.append(UInt8(ascii: "J"))
                index += 2
            case (UInt8(ascii: "T"), UInt8(ascii: "J")):
                text.append(UInt8(ascii: "C"))
                index += 2
            default:
                text.append(word[index])
                index += 1
            }
        }
        return text
    }
}

// MARK: - Tables

extension ComparableName {
    /// Degrees and ranks, wherever they stand.
    private static let titles = wordSet(
        """
        AMD AMDKEB AMDKEP AMK AMKEB AK APT BA BSC CA CPA DIPL DR DRA DRG DRH DRS HJ IR KH LC LLM MA
        MAG MARS MBA MENG MH MHUM MKES MKN MKOM MM MMSI MPD MPH MPSI MSC MSI MSOS MT NERS PHD PROF
        SAB SAG SAK SAP SARS SE SEI SFARM SGZ SH SHI SHUM SI SIKOM SIP SKED SKEP SKG SKH SKM SKOM SKPM
        SM SP SPD SPDI SPSI SPT SS SSI SSN SSOS SST SSTP ST STP STR STRKEB STRKES STH
        """
    )

    /// Titles that are part of a name where they begin it: `St. Aminah` is Siti.
    private static let frontWords = wordSet("ST")

    /// What stands before a name.
    private static let frontTitles = wordSet(
        "H HJ HAJI HAJJAH KH BPK BAPAK IBU NY NYONYA TN TUAN NN NONA SDR SDRI"
    )

    /// What stands between the words of a name.
    private static let connectors = wordSet("BIN BINTI")

    /// Spellings that stand for one word.
    private static let spellings: [[UInt8]: [UInt8]] = {
        let variants = [
            "MUHAMMAD": """
            MUHAMAD MUHAMED MUHAMMED MOHAMMAD MOHAMAD MOHAMED MOHAMMED MOCHAMMAD MOCHAMAD
            MUCHAMMAD MUCHAMAD MUKHAMAD MUKHAMMAD MOKHAMAD MOKHAMMAD MOH MUH MOCH MUCH MHD MOHD
            MUHD MHMD
            """,
            "AHMAD": "ACHMAD AHMED AKHMAD ACHMED AKHMED",
            "ABDUL": "ABD ABDOEL ABDL",
            "SITI": "ST SITTI SITY",
            "NUR": "NOER NOOR",
            "RAHMAN": "RACHMAN ROHMAN ROCHMAN",
            "RAHMAT": "RACHMAT ROHMAT ROCHMAT",
            "YUSUF": "YUSUP JUSUF JUSUP",
            "SYARIF": "SARIF SYARIP",
        ]
        var spellings: [[UInt8]: [UInt8]] = [:]
        for (word, others) in variants {
            for other in wordSet(others) { spellings[other] = Array(word.utf8) }
        }
        return spellings
    }()

    private static func wordSet(_ text: String) -> Set<[UInt8]> {
        Set(text.split { $0 == " " || $0 == "\n" }.map { Array($0.utf8) })
    }
}
