internal import GRDB

/// A diagnosis feed as text: its schema and every row.
package enum FeedDump {
    /// The dump of the bytes of a feed.
    package static func text(_ feed: [UInt8]) throws -> [UInt8] {
        let folder = try WorkFolder()
        try folder.write(feed, to: "feed.sqlite")
        return try text(at: folder.path(of: "feed.sqlite"))
    }

    /// The dump of a feed at a path.
    package static func text(at path: String) throws -> [UInt8] {
        var configuration = Configuration()
        configuration.readonly = true
        let lines = Lines()
        try DatabaseQueue(path: path, configuration: configuration)
            .dumpContent(format: .debug(header: true), to: lines)
        return Array(lines.text.utf8)
    }

    /// A manifest without the digest and size of the feed, which follow from SQLite's version.
    package static func withoutDigest(_ manifest: String) -> String {
        manifest.replacing(
            /("berkas" : "diagnosa\.sqlite",\n\s+"sha256" : )"[0-9a-f]{64}",\n\s+"ukuran" : [0-9]+/
        ) { "\($0.1)@" }
    }

    /// Collects what is dumped; a class, because GRDB writes to a copy of a value.
    private final class Lines: TextOutputStream {
        var text = ""

        func write(_ string: String) { text += string }
    }
}
