/// An employer's number at BPJS Ketenagakerjaan (nomor pendaftaran perusahaan).
package struct NPP: Hashable, Sendable, BitwiseCopyable {
    package var text: PackedText

    @inlinable
    package init(_ text: PackedText) {
        self.text = text
    }
}

/// A participant's number at BPJS Ketenagakerjaan (kartu peserta Jamsostek, "nomor referensi").
package struct KPJ: Hashable, Sendable, BitwiseCopyable {
    package var text: PackedText

    @inlinable
    package init(_ text: PackedText) {
        self.text = text
    }

    package static let absent = KPJ(.absent)

    /// Whether a spreadsheet turned the number into a scientific one.
    @inlinable
    package var isDamaged: Bool {
        text.kind == .damaged
    }

    /// Whether the number is there and can identify a participant.
    @inlinable
    package var isUsable: Bool {
        !text.isAbsent && text.kind != .damaged
    }
}

/// A resident's number (nomor induk kependudukan).
///
/// An invalid NIK still identifies the rows that carry it; one that a spreadsheet has destroyed
/// (`3,27301E+15`) identifies nobody and counts as absent.
package struct NIK: Hashable, Sendable, BitwiseCopyable {
    package var text: PackedText

    @inlinable
    package init(_ text: PackedText) {
        self.text = text
    }

    package static let absent = NIK(.absent)

    /// Whether the number is there and may be matched on.
    @inlinable
    package var isUsable: Bool {
        !text.isAbsent && text.kind != .damaged
    }

    /// Whether a spreadsheet turned the number into a scientific one.
    @inlinable
    package var isDamaged: Bool {
        text.kind == .damaged
    }

    /// The number, or an absent one when it must not be matched on.
    @inlinable
    package var usable: NIK {
        isUsable ? self : .absent
    }
}
