/// An employer's number at BPJS Ketenagakerjaan (nomor pendaftaran perusahaan).
public struct NPP: Hashable, Sendable, BitwiseCopyable {
    /// The number as text.
    public var text: PackedText

    /// Creates a number from its text.
    @inlinable
    public init(_ text: PackedText) {
        self.text = text
    }
}

/// A participant's number at BPJS Ketenagakerjaan (kartu peserta Jamsostek, "nomor referensi").
public struct KPJ: Hashable, Sendable, BitwiseCopyable {
    /// The number as text.
    public var text: PackedText

    /// Creates a number from its text.
    @inlinable
    public init(_ text: PackedText) {
        self.text = text
    }

    /// No number.
    @inlinable
    public static var absent: KPJ { KPJ(.absent) }

    /// Whether a spreadsheet turned the number into a scientific one.
    @inlinable
    public var isDamaged: Bool {
        text.kind == .damaged
    }

    /// Whether the number is there and can identify a participant.
    @inlinable
    public var isUsable: Bool {
        !text.isAbsent && text.kind != .damaged
    }
}

/// A resident's number (nomor induk kependudukan).
///
/// An invalid NIK still identifies the rows that carry it; one that a spreadsheet has destroyed
/// (`3,27301E+15`) identifies nobody and counts as absent.
public struct NIK: Hashable, Sendable, BitwiseCopyable {
    /// The number as text.
    public var text: PackedText

    /// Creates a number from its text.
    @inlinable
    public init(_ text: PackedText) {
        self.text = text
    }

    /// No number.
    @inlinable
    public static var absent: NIK { NIK(.absent) }

    /// Whether the number is there and may be matched on.
    @inlinable
    public var isUsable: Bool {
        !text.isAbsent && text.kind != .damaged
    }

    /// Whether a spreadsheet turned the number into a scientific one.
    @inlinable
    public var isDamaged: Bool {
        text.kind == .damaged
    }

    /// The number, or an absent one when it must not be matched on.
    @inlinable
    public var usable: NIK {
        isUsable ? self : .absent
    }
}
