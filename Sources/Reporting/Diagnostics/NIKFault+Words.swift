import Contributions

extension NIKFault {
    /// What is wrong with the NIK of a person, in Bahasa Indonesia.
    ///
    /// - Parameters:
    ///   - birth: The person's birth date, where it is known.
    ///   - person: The person's sex, where it is known.
    /// - Returns: Words that follow the number.
    func words(_ birth: Day?, _ person: PersonMarks) -> String {
        switch self {
        case .notSixteenDigits: "bukan 16 angka"
        case .impossibleDate: "bagian tanggal lahirnya bukan tanggal"
        case .serialZero: "nomor urutnya 0000, biasanya digit terakhir hilang di Excel"
        case .contradictsBirthDate:
            "bagian tanggalnya tidak cocok dengan tanggal lahir \(birth.map { "\($0)" } ?? "")"
        case .contradictsSex:
            person.contains(.male)
                ? "bagian tanggalnya untuk perempuan, padahal jenis_kelamin L"
                : "bagian tanggalnya untuk laki-laki, padahal jenis_kelamin P"
        }
    }
}
