/// The invented persons of the small scenarios.
enum Cast {
    static let sari = Person(
        "Sari Wulandari",
        born: "1990-04-12",
        isWoman: true,
        region: 327_301,
        kpj: "19040012345"
    )
    static let budi = Person(
        "Budi Santoso",
        born: "1985-08-23",
        isWoman: false,
        region: 317_405,
        kpj: "15080023456"
    )
    static let dewi = Person(
        "Dewi Lestari Pertiwi",
        born: "1994-11-30",
        isWoman: true,
        region: 337_409,
        kpj: "20010034567"
    )
    static let agus = Person(
        "Agus Setiawan",
        born: "1979-02-17",
        isWoman: false,
        region: 357_810,
        kpj: "15070045678"
    )
    static let rina = Person(
        "Rina Anggraini",
        born: "1998-07-05",
        isWoman: true,
        region: 320_104,
        kpj: "21030056789"
    )
    static let joko = Person(
        "Joko Purnama",
        born: "1988-12-09",
        isWoman: false,
        region: 331_307,
        kpj: "17090067890"
    )
    static let maya = Person(
        "Maya Siahaan",
        born: "1992-03-28",
        isWoman: true,
        region: 127_101,
        kpj: "18050078901"
    )
    static let hendra = Person(
        "Hendra Wijaya",
        born: "1983-06-14",
        isWoman: false,
        region: 367_101,
        kpj: "16020089012"
    )
    static let nurul = Person(
        "Nurul Hasanah",
        born: "1996-09-19",
        isWoman: true,
        region: 737_109,
        kpj: "22060090123"
    )
    static let gede = Person(
        "Gede Mahendra",
        born: "1987-01-25",
        isWoman: false,
        region: 517_102,
        kpj: "19110001234"
    )
    static let fitri = Person(
        "Fitri Handayani",
        born: "2000-05-02",
        isWoman: true,
        region: 350_715,
        kpj: "23040012340"
    )
    static let yusuf = Person(
        "Yusuf Ramadhan",
        born: "1991-10-11",
        isWoman: false,
        region: 637_103,
        kpj: "18080023450"
    )
}
