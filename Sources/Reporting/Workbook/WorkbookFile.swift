internal import CLibXLSXWriter
internal import Contributions
internal import Glibc

/// Why a workbook could not be written.
package enum WorkbookTrouble: Error {
    /// The system refused; its error number.
    case system(Int32)
    /// The library refused; its words.
    case library(String)

    init(_ error: lxw_error) {
        self = .library(lxw_strerror(error).map { String(cString: $0) } ?? "\(error)")
    }
}

/// A workbook being written by libxlsxwriter; a class, because it owns the library's memory.
final class WorkbookFile {
    private let path: String
    private var workbook: UnsafeMutablePointer<lxw_workbook>?
    private var sheets: [UnsafeMutablePointer<lxw_worksheet>] = []
    private let formats: [UnsafeMutablePointer<lxw_format>]

    /// Begins a workbook.
    ///
    /// - Parameters:
    ///   - path: Where it will be.
    ///   - folder: Where the library keeps its temporary files; they have no name there, so a run
    ///     that is killed leaves none behind.
    /// - Throws: When there is no memory for it.
    init(_ path: String, temporaryFolder folder: String) throws(WorkbookTrouble) {
        let workbook = folder.withCString { folder in
            var options = lxw_workbook_options()
            options.constant_memory = 1
            options.tmpdir = UnsafeMutablePointer(mutating: folder)
            return workbook_new_opt(path, &options)
        }
        guard let workbook else { throw WorkbookTrouble(LXW_ERROR_MEMORY_MALLOC_FAILED) }
        self.path = path
        self.workbook = workbook
        formats = CellStyle.allCases.compactMap { style in
            guard let format = workbook_add_format(workbook) else { return nil }
            style.apply(to: format)
            return format
        }
        guard formats.count == CellStyle.allCases.count else {
            throw WorkbookTrouble(LXW_ERROR_MEMORY_MALLOC_FAILED)
        }
    }

    deinit {
        if let workbook { lxw_workbook_free(workbook) }
    }

    /// Adds a sheet and fills it.
    func addSheet(
        _ name: String,
        _ fill: (inout SheetWriter) -> Void
    ) throws(WorkbookTrouble) {
        guard let sheet = workbook_add_worksheet(workbook, name) else {
            throw WorkbookTrouble(LXW_ERROR_CREATING_TMPFILE)
        }
        sheets.append(sheet)
        var writer = SheetWriter(sheet, formats)
        fill(&writer)
        if let refusal = writer.refusal { throw WorkbookTrouble(refusal) }
    }

    /// States what the file is; the day stands for the clock, so that the same rows give the same
    /// bytes.
    func setProperties(title: String, author: String, comment: String, on day: Day) {
        title.withCString { title in
            author.withCString { author in
                comment.withCString { comment in
                    var properties = lxw_doc_properties()
                    properties.title = UnsafeMutablePointer(mutating: title)
                    properties.author = UnsafeMutablePointer(mutating: author)
                    properties.comments = UnsafeMutablePointer(mutating: comment)
                    properties.created = Int(day.number) * 86_400
                    workbook_set_properties(workbook, &properties)
                }
            }
        }
    }

    /// Puts the workbook together at its path.
    func close() throws(WorkbookTrouble) {
        try makeSureOfSpace(for: try writtenSize())
        errno = 0
        let error = workbook_close(workbook)
        let code = errno
        // The library has let go of it, whatever it said.
        workbook = nil
        guard error != LXW_NO_ERROR else { return }
        // It says in whose words something failed, and the system why.
        throw Self.noSpace.contains(code) ? .system(code) : WorkbookTrouble(error)
    }
}

// MARK: - Space

extension WorkbookFile {
    /// The errors of a full disk.
    private static let noSpace = [ENOSPC, EDQUOT, EFBIG]
    /// More than everything in a workbook but its rows.
    private static let spaceBesideRows = 1 << 20

    /// The bytes of all rows in the temporary files.
    ///
    /// - Throws: When one of them is not whole; the library itself does not look.
    private func writtenSize() throws(WorkbookTrouble) -> Int {
        var size = 0
        for sheet in sheets {
            guard let rows = sheet.pointee.optimize_tmpfile else { continue }
            guard fflush(rows) == 0, ferror(rows) == 0 else { throw .system(errno) }
            size += ftell(rows)
        }
        return size
    }

    /// Makes sure that the disk holds what the library is about to write.
    ///
    /// It copies every sheet into a further temporary file, without looking whether that succeeds,
    /// and packs the copy. On a full disk the copy would end early, the packing succeed, and the
    /// workbook not open. So room for both is taken before, and given back for the library to take.
    private func makeSureOfSpace(for size: Int) throws(WorkbookTrouble) {
        let descriptor = open(path, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system(errno) }
        defer { Glibc.close(descriptor) }
        let error = posix_fallocate(descriptor, 0, 2 * size + Self.spaceBesideRows)
        ftruncate(descriptor, 0)
        guard !Self.noSpace.contains(error), error != EIO else { throw .system(error) }
    }
}
