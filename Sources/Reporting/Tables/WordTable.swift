internal import Contributions

/// Words of our own, NPPs and file names as bytes, by their place; a class because it owns them.
final class WordTable: Sendable {
    private let bytes: RowStorage<UInt8>
    private let words: RowStorage<Word>

    private struct Word {
        var start: Int
        var length: Int
    }

    init(_ words: [String]) {
        var bytes: [UInt8] = []
        var places: [Word] = []
        for word in words {
            places.append(Word(start: bytes.count, length: word.utf8.count))
            bytes += word.utf8
        }
        // What is copied of the last word reaches as far behind it as that of all others.
        bytes += repeatElement(0, count: ReportBuffer.shortWordBytes)
        self.bytes = RowStorage(bytes)
        self.words = RowStorage(places)
    }

    /// Texts from files, each as the cell of a table.
    convenience init(cells texts: [String]) {
        let cell = ReportBuffer(capacity: 1 << 12)
        self.init(
            texts.map { text in
                cell.clear()
                cell.text(text)
                return cell.withBytes { String(decoding: $0, as: UTF8.self) }
            }
        )
    }

    /// Writes a word of up to 1 KiB, for which there is room.
    @inline(__always)
    func write(_ index: some BinaryInteger, to buffer: ReportBuffer) {
        let word = words.table[Int(index)]
        if word.length <= ReportBuffer.shortWordBytes {
            let end = word.start + ReportBuffer.shortWordBytes
            buffer.shortWord(bytes.table.rows(word.start, end), length: word.length)
        } else {
            buffer.word(bytes.table.rows(word.start, word.start + word.length))
        }
    }

    /// Writes a word of any length, with room for 1 KiB behind it.
    func writeLong(_ index: some BinaryInteger, to buffer: ReportBuffer) {
        buffer.reserve(words.table[Int(index)].length + 1024)
        write(index, to: buffer)
    }
}
