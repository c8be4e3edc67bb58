package org.opensocialnet.treasury;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One shop, however somebody writes it. */
class SupplierNamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Κλωστές και Υφάσματα ΑΕ | ΚΛΩΣΤΕΣ & ΥΦΑΣΜΑΤΑ Α.Ε.",
                "Κλωστές και Υφάσματα ΑΕ | Υφάσματα, κλωστές",
                "Κλωστές ΑΕ | Klostes S.A.",
                "Αφοί Παππά ΟΕ | Αφοί Παπά",
                "Α.Β. Τρόφιμα ΕΠΕ | ΑΒ τρόφιμα",
            })
    void twoSpellingsAreOneName(String one, String other) {
        assertThat(SupplierNames.key(one)).isEqualTo(SupplierNames.key(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Κλωστές και Υφάσματα ΑΕ | Κλωστές ΑΕ",
                "Κλωστές Αθηνών | Κλωστές Αθηναν",
                "Παπαδόπουλος τρόφιμα | Παπαδόπουλος Νίκος, τρόφιμα",
            })
    void aSlipOrAWordMoreIsAlike(String one, String other) {
        assertThat(SupplierNames.key(one)).isNotEqualTo(SupplierNames.key(other));
        assertThat(SupplierNames.alike(SupplierNames.key(one), SupplierNames.key(other)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Κλωστές ΑΕ | Τρόφιμα ΑΕ",
                "Αφοί Παππά | Αφοί Γεωργίου",
                "ΑΕ | ΟΕ",
                "Ψωμί της γειτονιάς | Καφές της γειτονιάς",
            })
    void othersAreOthers(String one, String other) {
        assertThat(SupplierNames.alike(SupplierNames.key(one), SupplierNames.key(other)))
                .isFalse();
    }
}
