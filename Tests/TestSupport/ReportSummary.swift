private import Foundation

/// The totals of `ringkasan.json` as tests read them.
package struct ReportSummary: Decodable, Sendable {
    package var perTanggal: String
    package var pekerja: Int
    package var status: [String: Int]
    package var tieOut: TieOut
    package var perusahaan: [Employer]

    /// An employer.
    package struct Employer: Decodable, Sendable {
        package var npp: String
        package var tieOut: TieOut
        package var bulan: [Month]
    }

    /// An employer's month.
    package struct Month: Decodable, Sendable {
        package var blth: String
        package var tieOut: TieOut
    }

    /// A bridge per programme and in all; amounts as `1234.50`.
    package struct TieOut: Decodable, Sendable {
        package var tied: Bool
        package var program: [String: [String: String]]
        package var jumlah: [String: String]
    }

    package init(_ json: [UInt8]) throws {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        self = try decoder.decode(ReportSummary.self, from: Data(json))
    }
}
