internal import Contributions
internal import DelimitedText

/// What a line of a file is.
enum LineKind: Equatable {
    case row
    case blank
    /// A line above the table.
    case title
    case header
    /// The header again, on another page.
    case repeatedHeader
    /// `a, b, c` or `1, 2, 3` under the header.
    case columnNumbers
    /// The name of a group of rows.
    case group
    /// The rest of a name that stands on the row above.
    case wrappedName
    case total
    /// Page numbers and the like.
    case note
    /// A line behind the end of the table.
    case closing
    /// A row behind the end of the table, which may not be left out in silence.
    case strayRow

    /// The name of what is passed over, in Bahasa Indonesia; nil for rows and blank lines.
    var skippedName: String? {
        switch self {
        case .row, .blank, .strayRow: nil
        case .title: "baris judul di atas tabel"
        case .header: "judul kolom"
        case .repeatedHeader: "judul kolom yang diulang"
        case .columnNumbers: "nomor atau huruf kolom"
        case .group: "nama kelompok"
        case .wrappedName: "sambungan nama"
        case .total: "baris jumlah"
        case .note: "catatan halaman"
        case .closing: "catatan di bawah tabel"
        }
    }
}

/// Tells rows from the other lines of a file.
struct LineClassifier {
    private let profile: IntakeProfile
    private let headings: [Heading]
    private let headerEnd: Int
    /// The column of an annotation that came back.
    private let annotationCell: Int?
    private let headerStart: Int
    private let identityCells: [Int]
    private let nameCell: Int?
    private let amountCells: [Int]
    private let dayCells: [Int]
    /// The first letters of the labels of title lines, in lower case.
    private let labelLetters: [UInt8]
    /// How the lines above the table begin; a page repeats them.
    private var titleBeginnings: Set<Heading> = []
    private var hasEnded = false
    private var canContinueName = false
    /// The last line of the file that names somebody.
    private var lastRow = 0

    init(_ recognition: Recognition) {
        profile = recognition.match.profile
        headings = recognition.match.headings.map { Heading($0) }
        headerStart = recognition.headerRow
        headerEnd = recognition.headerRow + profile.headerLines
        annotationCell = headings.firstIndex(of: Heading(AnnotationColumn.name))
        var identity: [Int] = []
        var amounts: [Int] = []
        var days: [Int] = []
        var name: Int?
        for (index, role) in recognition.match.roles.enumerated() {
            switch role {
            case .column(.kpj), .column(.nik), .column(.noPegawai), .column(.noPaspor),
                .nikOrEmployeeNumber:
                identity.append(index)
            case .column(.nama): name = index
            case .column(let column) where column.isAmount: amounts.append(index)
            case .column(let column) where column.isDay: days.append(index)
            case .unsidedJHT, .unsidedJP: amounts.append(index)
            default: break
            }
        }
        identityCells = identity
        amountCells = amounts
        dayCells = days
        labelLetters = Array(
            Set(profile.titleLabels.values.joined().compactMap(\.words.utf8.first))
        )
        nameCell = name
    }

    /// Looks for the last line that names somebody, so that what stands below is known to be the
    /// foot of the file.
    mutating func findLastRow(in grid: CellGrid) {
        lastRow = (headerEnd..<max(headerEnd, grid.count)).last { identifies(grid.row($0)) } ?? 0
    }

    /// The kind of the next line; lines must be asked in order.
    mutating func kind(of row: Row, at index: Int) -> LineKind {
        let kind = classify(row, index)
        switch kind {
        case .row, .wrappedName: canContinueName = true
        // Behind the last row and an empty line stand signatures.
        case .blank: if index > lastRow { canContinueName = false }
        default: canContinueName = false
        }
        return kind
    }

    private mutating func classify(_ row: Row, _ index: Int) -> LineKind {
        guard let first = Self.firstFilled(row) else { return .blank }
        if index < headerStart {
            let beginning = Self.beginning(row[first])
            if beginning.words.contains(where: \.isLetter) { titleBeginnings.insert(beginning) }
            return .title
        }
        if index < headerEnd { return .header }
        if index < headerEnd + 2, isColumnNumbers(row) { return .columnNumbers }
        // Label and value may stand side by side, the value under an identifier's heading.
        if beginsLikeLabel(row[first]), !isHeader(row), isTitle(row, first) { return .title }
        if identifies(row) { return hasEnded ? .strayRow : .row }
        if isHeader(row) {
            hasEnded = false
            return .repeatedHeader
        }
        // Behind the end of a table the next one may begin, with an NPP and a month of its own.
        if isTitle(row, first) { return .title }
        let heading = Heading(row[first])
        if hasEnded { return !isTotal(heading) && looksLikeRow(row) ? .strayRow : .closing }
        let isFoot = index > lastRow && !canContinueName && first == lastFilled(row)
        if isFoot, !isTotal(heading), !startsWith(heading, profile.endWords) { return .closing }
        return classify(row, first, heading)
    }

    /// The kind of a line inside the table that identifies nobody.
    private mutating func classify(_ row: Row, _ first: Int, _ heading: Heading) -> LineKind {
        if startsWith(heading, profile.endWords) {
            hasEnded = true
            return isTotal(heading) ? .total : .closing
        }
        if isTotal(heading) || isTotalLine(row) { return hasDay(row) ? .row : .total }
        if startsWith(heading, profile.skippedWords) { return .note }
        let isAlone = first == lastFilled(row)
        if isAlone, profile.wrapsNames, canContinueName, first == nameCell { return .wrappedName }
        if isAlone, !profile.groups.isEmpty, first == 0, !isNumber(row[first]) {
            return .group
        }
        return .row
    }

    /// Whether a row names somebody.
    ///
    /// On a total line a head count may stand under an identifier; only a long number is one there.
    private func identifies(_ row: Row) -> Bool {
        var hasNumber = false
        for cell in identityCells where isIdentity(row, cell) {
            if isLongNumber(row[cell]) { return true }
            hasNumber = true
        }
        return hasNumber && !isTotalLine(row)
    }

    private func isLongNumber(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        let digits = cell.count(where: CellText.isDigit)
        return digits >= 6 || (digits >= 2 && CellText.startsWithLetter(cell))
    }

    /// Whether any cell of a row is a total's label.
    private func isTotalLine(_ row: Row) -> Bool {
        (0..<row.count).contains { index in
            let text = CellText.trimmed(row[index])
            return Self.mayBeginTotal(text) && isTotal(Heading(text))
        }
    }

    /// Whether a row has a date, which a total never has.
    private func hasDay(_ row: Row) -> Bool {
        dayCells.contains { cell in
            cell < row.count && row[cell].contains(where: CellText.isDigit)
        }
    }

    /// A quick look at the first letter of a line, before it is compared with labels.
    private func beginsLikeLabel(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = CellText.trimmed(cell).first else { return false }
        return labelLetters.contains(first | 32)
    }

    /// Whether a cell holds an identifier: digits, perhaps with letters, but neither a sentence nor
    /// a total's label.
    private func isIdentity(_ row: Row, _ cell: Int) -> Bool {
        guard cell < row.count else { return false }
        let text = CellText.trimmed(row[cell])
        var hasDigit = false
        var hasLetter = false
        var hasSpace = false
        for byte in text {
            if CellText.isDigit(byte) {
                hasDigit = true
            } else if byte == UInt8(ascii: " ") {
                hasSpace = true
            } else if (byte | 32) >= UInt8(ascii: "a"), (byte | 32) <= UInt8(ascii: "z") {
                hasLetter = true
            }
        }
        guard hasDigit, !(hasLetter && hasSpace) else { return false }
        return !Self.mayBeginTotal(text) || !isTotal(Heading(text))
    }

    /// A name with an amount: a worker, even where the row lacks his numbers.
    private func looksLikeRow(_ row: Row) -> Bool {
        guard let nameCell, nameCell < row.count, CellText.startsWithLetter(row[nameCell]) else {
            return false
        }
        return amountCells.contains { cell in
            cell < row.count && row[cell].contains(where: CellText.isDigit)
        }
    }

    /// A line that gives an NPP or a month, or that begins like a line above the table.
    private func isTitle(_ row: Row, _ first: Int) -> Bool {
        titleBeginnings.contains(Self.beginning(row[first]))
            || !TitleLine(row, profile.titleLabels).isEmpty
    }

    /// The words of a cell up to a colon.
    private static func beginning(_ cell: UnsafeBufferPointer<UInt8>) -> Heading {
        let colon = cell.firstIndex(of: UInt8(ascii: ":")) ?? cell.endIndex
        return Heading(UnsafeBufferPointer(rebasing: cell[..<colon]))
    }

    private func isHeader(_ row: Row) -> Bool {
        var same = 0
        var other = 0
        for index in 0..<row.count {
            let heading = Heading(row[index])
            guard !heading.isEmpty else { continue }
            // Of a header over several lines each line is a part of the joined headings.
            if index < headings.count, !headings[index].isEmpty,
                headings[index] == heading
                    || (profile.headerLines > 1 && headings[index].words.contains(heading.words))
            {
                same += 1
            } else {
                other += 1
            }
        }
        return same >= 2 && same > other * 2
    }

    /// `a, b, c, h = f + g` or `1, 2, 3`.
    private func isColumnNumbers(_ row: Row) -> Bool {
        var count = 0
        var number = 0
        for index in 0..<row.count {
            let text = CellText.shownWhole(row[index]).lowercased()
            guard !text.isEmpty else { continue }
            count += 1
            if let value = Int(text.filter { $0 != "(" && $0 != ")" }) {
                guard value == number + 1 || number == 0 else { return false }
                number = value
            } else {
                guard let first = text.first(where: { $0 != "(" }), first.isASCII, first.isLetter,
                    text.count == 1 || text.contains("=") || text.hasPrefix("(")
                else { return false }
            }
        }
        return count >= 3
    }

    /// `Total`, `Jumlah`, `Subtotal`, `Grand Total`; whole words, for somebody may be called
    /// Totalia, and `Grand` alone is a first name.
    private func isTotal(_ heading: Heading) -> Bool {
        let words = heading.words.split(separator: " ", maxSplits: 2)
        switch words.first {
        case "total", "jumlah", "subtotal": return true
        case "grand", "sub": return words.count > 1 && (words[1] == "total" || words[1] == "jumlah")
        default: return false
        }
    }

    /// A quick look at the first letter, for every row is asked.
    private static func mayBeginTotal(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        switch (cell.first ?? 0) | 32 {
        case UInt8(ascii: "t"), UInt8(ascii: "j"), UInt8(ascii: "s"), UInt8(ascii: "g"): true
        default: false
        }
    }

    private func startsWith(_ heading: Heading, _ beginnings: [Heading]) -> Bool {
        beginnings.contains { heading == $0 || heading.words.hasPrefix($0.words + " ") }
    }

    private func isNumber(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        !cell.contains { ($0 | 32) >= UInt8(ascii: "a") && ($0 | 32) <= UInt8(ascii: "z") }
    }

    private static func firstFilled(_ row: Row) -> Int? {
        (0..<row.count).first { !CellText.trimmed(row[$0]).isEmpty }
    }

    /// The last cell that holds something of HR's own.
    private func lastFilled(_ row: Row) -> Int? {
        (0..<row.count).last { $0 != annotationCell && !CellText.trimmed(row[$0]).isEmpty }
    }
}

extension Column {
    /// Whether the column holds an amount of rupiah.
    var isAmount: Bool {
        switch self {
        case .upah, .gajiPokok, .tunjanganTetap, .upahHarian, .rapel, .potonganJHT, .potonganJP,
            .jkk, .jkm, .jhtPemberiKerja, .jhtTenagaKerja, .jpPemberiKerja, .jpTenagaKerja,
            .jkpPemberiKerja, .jumlah, .denda, .saldoJHT:
            true
        default: false
        }
    }

    /// Whether the column holds a date.
    var isDay: Bool {
        switch self {
        case .tanggalLahir, .tanggalMasuk, .tanggalKeluar, .tanggalBayar, .tanggalKepesertaan,
            .tanggalNonaktif, .berlakuSampai:
            true
        default: false
        }
    }

    /// Whether the column holds a number that identifies somebody or something.
    var isIdentifier: Bool {
        switch self {
        case .npp, .kpj, .nik, .noPegawai, .kodeIuran, .kpjLain, .nikLain, .noPaspor: true
        default: false
        }
    }
}
