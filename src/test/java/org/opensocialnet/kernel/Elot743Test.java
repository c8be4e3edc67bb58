package org.opensocialnet.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Elot743Test {

    @ParameterizedTest
    @CsvSource({
        "Μπάμπης, Bampis",
        "Άγγελος, Angelos",
        "Ευάγγελος, Evangelos",
        "άγχος, anchos",
        "ελέγξω, elenxo",
        "αυτοί, aftoi",
        "Δαυίδ, David",
        "ναυάγιο, navagio",
        "ευφυής, effyis",
        "Εύβοια, Evvoia",
        "απηύδησε, apivdise",
        "ΘΥΜΟΣ, THYMOS",
        "Θυμός, Thymos",
        "θΥΜΟΣ, thYMOS",
        "Ψάθα, Psatha",
        "ΨΑΘΑ, PSATHA",
        "παΧύς, paChys",
        "ευς, efs",
        "ηυς, ifs",
        "ους, ous",
        "ιυς, iys",
        "αγκώνας, agkonas",
        "τζατζίκι, tzatziki",
        "ντόμινο, ntomino",
        "άυλος, aylos",
        "Ταΰγετος, Taygetos",
        "ΠΛΑΧ, PLACH",
        "ξεσκεπάζω την ψυχοφθόρα σας βδελυγμία, xeskepazo tin psychofthora sas vdelygmia"
    })
    void transcribesAsPassportsDo(String greek, String latin) {
        assertThat(Elot743.latin(greek)).isEqualTo(latin);
    }

    @Test
    void leavesWhatIsNotGreek() {
        assertThat(Elot743.latin("STEKI 46 – Positive Voice, naïve")).isEqualTo("STEKI 46 – Positive Voice, naïve");
    }

    @Test
    void aSlugIsFitForAnAddress() {
        assertThat(Elot743.slug("  Κέντρο Ημέρας «Ηλιαχτίδα» (Κυψέλη) – 24ωρο "))
                .isEqualTo("kentro-imeras-iliachtida-kypseli-24oro");
        assertThat(Elot743.slug("Café & Co.")).isEqualTo("cafe-co");
    }
}
