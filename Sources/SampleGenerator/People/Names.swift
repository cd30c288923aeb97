/// Invented names: common given names and family names, put together by chance.
enum Names {
    static let women = [
        "Ade", "Ajeng", "Anisa", "Ayu", "Bunga", "Citra", "Dahlia", "Desi", "Dewi", "Dian",
        "Eka", "Endang", "Erna", "Fatimah", "Fitri", "Gita", "Hana", "Hesti", "Ida", "Indah",
        "Intan", "Juwita", "Kartika", "Laras", "Lestari", "Lilis", "Maya", "Mega", "Melati", "Mira",
        "Nadia", "Nia", "Ningsih", "Novi", "Nur Aini", "Nurul", "Puji", "Putri", "Rahma", "Ratna",
        "Retno", "Rina", "Rini", "Sari", "Sekar", "Siti", "Sri", "Suci", "Tari", "Titin",
        "Tuti", "Umi", "Vina", "Wahyuni", "Wati", "Wulan", "Yanti", "Yuni", "Yuliana", "Zahra",
    ]

    static let men = [
        "Abdul", "Adi", "Agus", "Ahmad", "Aldi", "Andi", "Anwar", "Arif", "Asep", "Bagus",
        "Bambang", "Bayu", "Budi", "Cahyo", "Dadang", "Darto", "Dedi", "Deni", "Dimas", "Edi",
        "Eko", "Fajar", "Farhan", "Galih", "Gede", "Gilang", "Hadi", "Hendra", "Heru", "Ilham",
        "Imam", "Irwan", "Iwan", "Joko", "Komang", "Kurnia", "Lukman", "Made", "M. Rizki", "Nanang",
        "Nugroho", "Oki", "Pandu", "Prasetyo", "Rahmat", "Rangga", "Rendi", "Rudi", "Samsul",
        "Slamet",
        "Sugeng", "Surya", "Taufik", "Teguh", "Tono", "Ujang", "Wahyu", "Wawan", "Yoga", "Yusuf",
    ]

    static let families = [
        "Adiputra", "Anggraini", "Ardiansyah", "Astuti", "Atmaja", "Basuki", "Budiman", "Cahyani",
        "Damanik", "Darmawan", "Firmansyah", "Ginting", "Gunawan", "Hakim", "Halim", "Handayani",
        "Harahap", "Hardianto", "Hartono", "Hasanah", "Hidayat", "Hutabarat", "Iskandar",
        "Kurniawan",
        "Kusuma", "Laksono", "Lubis", "Maharani", "Mahendra", "Manurung", "Maulana", "Mulyani",
        "Munandar", "Nainggolan", "Nasution", "Nugraha", "Oktaviani", "Pamungkas", "Pangestu",
        "Permana", "Pertiwi", "Pramono", "Pratama", "Pratiwi", "Purnama", "Purwanto", "Rachman",
        "Rahayu", "Ramadhan", "Riyadi", "Rohman", "Safitri", "Santoso", "Saputra", "Setiawan",
        "Siahaan", "Silalahi", "Simanjuntak", "Sinaga", "Siregar", "Subagyo", "Sudrajat",
        "Sulistyo",
        "Sunarto", "Suparman", "Supriyadi", "Suryani", "Susanti", "Susilo", "Sutrisno", "Syahputra",
        "Tarigan", "Utami", "Wardani", "Wibowo", "Widodo", "Wijaya", "Wijayanti", "Winarno",
        "Yulianti",
    ]

    /// Titles as HR departments append them, comma and all.
    static let titles = ["S.E.", "S.H.", "S.T.", "A.Md.", "S.Kom."]
}
