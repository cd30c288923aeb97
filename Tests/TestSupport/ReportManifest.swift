private import Foundation

/// `manifest.json` as tests read it.
package struct ReportManifest: Decodable, Sendable {
    package var perTanggal: String
    package var seimbang: Bool
    package var masukan: [Input]
    package var keluaran: [Output]
    package var dilewati: [String]
    package var manifestSebelumnyaSha256: String?

    /// A file that was read.
    package struct Input: Decodable, Sendable {
        package var berkas: String
        package var jenis: String?
        package var profil: String?
        package var keadaan: String
        package var ukuran: Int
        package var sha256: String
        package var baris: Int
        package var judul: Int
        package var diterima: Int
        package var ditolak: Int
        package var kosong: Int
        package var dilewati: Int
        package var lanjutan: Int
        package var kolomDiabaikan: [String]
    }

    /// A file that was written.
    package struct Output: Decodable, Sendable {
        package var berkas: String
        package var ukuran: Int
        package var sha256: String
    }

    /// Reads a manifest.
    package static func read(_ path: String) throws -> ReportManifest {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(
            ReportManifest.self,
            from: Data(try FolderContents.bytes(of: path))
        )
    }

    /// An input by its name.
    package func input(_ name: String) -> Input? {
        masukan.first { $0.berkas == name }
    }
}
