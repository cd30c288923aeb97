internal import Contributions

// The findings of a file as they are kept between runs. Reading makes findings with a sentence
// only; they are about a line of the file, whose place among the inputs each run sets anew.

extension ReadingFindings {
    func write(to writer: inout ByteWriter) {
        writer.write(isLeading ? 1 : 0)
        writer.write(isRunOpen ? 1 : 0)
        leading.write(to: &writer)
        rest.write(to: &writer)
    }

    /// Reads findings; `file` is the file's place among the run's inputs.
    init(from reader: inout ByteReader, file: Int) throws(DamagedRows) {
        self.init()
        isLeading = try reader.number() != 0
        isRunOpen = try reader.number() != 0
        leading = try FindingList(from: &reader, file: file)
        rest = try FindingList(from: &reader, file: file)
    }
}

extension FindingList {
    fileprivate func write(to writer: inout ByteWriter) {
        writer.write(kept) { entry, writer in
            writer.write(entry.lastLine)
            writer.write(entry.rowCount)
            entry.finding.write(to: &writer)
        }
        let codes = FindingCode.allCases.filter { rests[$0] != nil }
        writer.write(codes) { code, writer in
            guard let rest = rests[code] else { return }
            writer.write(Int(code.rawValue))
            writer.write(rest.first.line)
            writer.write(rest.lastLine)
            writer.write(rest.rowCount)
        }
    }

    fileprivate init(from reader: inout ByteReader, file: Int) throws(DamagedRows) {
        self.init()
        for _ in 0..<(try reader.count()) {
            let lastLine = try reader.number()
            let rowCount = try reader.number()
            var entry = Entry(try Finding(from: &reader, file: file))
            entry.lastLine = lastLine
            entry.rowCount = rowCount
            add(entry)
        }
        for _ in 0..<(try reader.count()) {
            let code = try FindingCode(from: &reader)
            let first = SourceLine(file: file, line: try reader.number())
            let lastLine = try reader.number()
            let rowCount = try reader.number()
            add(Rest(first: first, lastLine: lastLine, rowCount: rowCount), code)
        }
    }
}

extension FindingCode {
    fileprivate init(from reader: inout ByteReader) throws(DamagedRows) {
        let number = try reader.number()
        guard let code = UInt8(exactly: number).flatMap(Self.init(rawValue:)) else {
            throw DamagedRows()
        }
        self = code
    }
}

extension Finding {
    fileprivate func write(to writer: inout ByteWriter) {
        writer.write(Int(code.rawValue))
        writer.write(npp.text.raw)
        writer.write(month.map { Int($0.number) } ?? .min)
        writer.write(source?.line ?? -1)
        writer.write(column)
        switch detail {
        case .text(let value, let message):
            writer.write(1)
            writer.write(value)
            writer.write(message)
        case .remark(let value, let text):
            writer.write(2)
            writer.write(value)
            writer.write(text)
        default: writer.write(0)
        }
    }

    fileprivate init(from reader: inout ByteReader, file: Int) throws(DamagedRows) {
        self.init(try FindingCode(from: &reader))
        npp = NPP(PackedText(raw: try reader.word()))
        month = Int16(exactly: try reader.number()).map(ContributionMonth.init(number:))
        let line = try reader.number()
        source = line < 0 ? nil : SourceLine(file: file, line: line)
        column = try reader.string()
        switch try reader.number() {
        case 1: detail = .text(value: try reader.string(), message: try reader.string())
        case 2: detail = .remark(value: try reader.string(), text: try reader.string())
        default: detail = .none
        }
    }
}
