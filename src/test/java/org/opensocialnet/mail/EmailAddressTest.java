package org.opensocialnet.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "eleni@odos.example, eleni@odos.example",
        "' eleni@odos.example ', eleni@odos.example",
        "Eleni.P+help@ODOS.example, Eleni.P+help@odos.example",
        "eleni@οδός.example, eleni@xn--pxavn9a.example",
        "ελένη@odos.example, ελένη@odos.example",
        "o'neil@sub.odos.example, o'neil@sub.odos.example"
    })
    void addressesOfAnyScriptAreRead(String typed, String read) {
        assertThat(EmailAddress.read(typed))
                .get()
                .extracting(EmailAddress::text)
                .isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "eleni",
                "@odos.example",
                "eleni@",
                "eleni@odos",
                "eleni@odos..example",
                ".eleni@odos.example",
                "eleni.@odos.example",
                "eleni@@odos.example",
                "el eni@odos.example",
                "\"eleni\"@odos.example",
                "eleni@[127.0.0.1]",
                "eleni@127.0.0.1",
                "Eleni <eleni@odos.example>",
                "eleni@odos.example,all@odos.example",
                "eleni@odos.example\r\nBcc: all@odos.example",
                "eleni\r\n@odos.example",
                "eleni\u200b@odos.example",
                "eleni@-odos.example"
            })
    void whatIsNoAddressIsRefused(String typed) {
        assertThat(EmailAddress.read(typed)).isEmpty();
    }

    @Test
    void endlessAddressesAreRefused() {
        assertThat(EmailAddress.read("e".repeat(65) + "@odos.example")).isEmpty();
        assertThat(EmailAddress.read("e@" + "odos.".repeat(60) + "example")).isEmpty();
    }

    @Test
    void onlyAPartBeforeTheAtInAnotherScriptNeedsANewerServer() {
        assertThat(EmailAddress.read("ελένη@odos.example").orElseThrow().isInternational())
                .isTrue();
        assertThat(EmailAddress.read("eleni@οδός.example").orElseThrow().isInternational())
                .isFalse();
    }
}
