/// Numbers as names of files and folders of the report.
enum PathComponent {
    /// An NPP as part of a path.
    ///
    /// An odd NPP may hold any character; none of them may lead out of the folder, and two NPPs
    /// never share a name.
    static func of(_ npp: String) -> String {
        var name = ""
        for byte in npp.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "a")...UInt8(ascii: "z"):
                name.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                name += "_" + String(byte, radix: 16)
            }
        }
        return name.isEmpty ? "_" : name
    }
}
