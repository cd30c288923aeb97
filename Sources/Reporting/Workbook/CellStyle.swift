internal import CLibXLSXWriter

/// How a cell looks; every style is made once per workbook, in this order.
///
/// The colours are those of the pages, and say something only where someone must act.
enum CellStyle: Int, CaseIterable {
    // The rows of the tables.
    case text, wrapped, count, amount, day
    case grave, caution
    case heading, numberHeading
    // The first sheet, and the notes of sheets that do not hold everything.
    case title, caveat, section, label, link, figure, money, date, code, words, note
}

extension CellStyle {
    /// Gives a format of the workbook this look.
    func apply(to format: UnsafeMutablePointer<lxw_format>) {
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        format_set_font_color(format, Colour.ink)
        switch self {
        case .text: asText(format)
        case .wrapped: asText(format)
        case .count, .figure: format_set_num_format(format, "#,##0")
        // Most amounts are 0, and a dash keeps the others in sight.
        case .amount: format_set_num_format(format, "#,##0.00;-#,##0.00;\"\u{2013}\"")
        case .money: format_set_num_format(format, "#,##0.00")
        // The month in Indonesian (0421), wherever the workbook is opened.
        case .day, .date: format_set_num_format(format, "[$-421]dd mmm yyyy")
        case .grave:
            asText(format)
            fill(format, Colour.badWash, ink: Colour.bad)
        case .caution:
            asText(format)
            fill(format, Colour.warnWash, ink: Colour.warn)
        case .heading, .numberHeading:
            fill(format, Colour.accent, ink: Colour.paper)
            format_set_bold(format)
            format_set_text_wrap(format)
            format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
            if self == .numberHeading {
                format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
            }
        case .title:
            format_set_bold(format)
            format_set_font_size(format, 18)
            format_set_font_color(format, Colour.accent)
        case .caveat: format_set_italic(format)
        case .section:
            format_set_bold(format)
            format_set_font_size(format, 13)
            format_set_font_color(format, Colour.accent)
        case .label, .code: format_set_font_color(format, Colour.muted)
        case .link:
            format_set_font_color(format, Colour.accent)
            format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
        case .words: break
        case .note: fill(format, Colour.warnWash, ink: Colour.warn)
        }
        // A day follows an amount, which ends where the day begins.
        if self == .day { format_set_indent(format, 1) }
        if wraps { format_set_text_wrap(format) }
        if isLeftOfItsCell { format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue)) }
    }

    /// Whether long texts go on in a further line.
    var wraps: Bool {
        switch self {
        case .wrapped, .words, .note: true
        default: false
        }
    }

    /// Numbers of the first sheet stand under words.
    private var isLeftOfItsCell: Bool {
        switch self {
        case .figure, .money, .date, .day: true
        default: false
        }
    }

    /// Text is `@`: what is typed over an identifier keeps its digits too.
    private func asText(_ format: UnsafeMutablePointer<lxw_format>) {
        format_set_num_format(format, "@")
    }

    private func fill(
        _ format: UnsafeMutablePointer<lxw_format>,
        _ colour: lxw_color_t,
        ink: lxw_color_t
    ) {
        format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
        // Of a solid pattern the foreground is what fills.
        format_set_fg_color(format, colour)
        format_set_font_color(format, ink)
    }
}

/// The colours of `Page/Templates/style.mustache`.
enum Colour {
    static let paper: lxw_color_t = 0xFF_FFFF
    static let ink: lxw_color_t = 0x17_212B
    static let muted: lxw_color_t = 0x55_616D
    static let accent: lxw_color_t = 0x0B_5A61
    static let bad: lxw_color_t = 0xA0_2A1E
    static let badWash: lxw_color_t = 0xFB_EAE8
    static let warn: lxw_color_t = 0x8A_5A00
    static let warnWash: lxw_color_t = 0xFD_F3DD
}
