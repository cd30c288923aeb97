/// An invented person with the identity that the registers have of him.
struct Person: Hashable, Sendable {
    var name: String
    var nik: String
    var kpj: String
    var born: Day

    /// Makes up a person whose NIK fits his birth date.
    init(
        _ name: String,
        born birth: Day,
        isWoman: Bool,
        region: Int,
        serial: Int = Identities.firstSerial,
        kpj: String
    ) {
        let number = Identities.nik(region: region, born: birth, isWoman: isWoman, serial: serial)
        self.name = name
        self.kpj = kpj
        born = birth
        nik = Identities.text(number, digits: 16)
    }
}

extension Person {
    /// The person with something about his identity changed.
    func with(_ change: (inout Person) -> Void) -> Person {
        var copy = self
        change(&copy)
        return copy
    }
}
