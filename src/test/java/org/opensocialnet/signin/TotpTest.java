package org.opensocialnet.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** The last six digits of the eight in RFC 6238, appendix B. */
    @ParameterizedTest
    @CsvSource({
        "59,287082",
        "1111111109,081804",
        "1111111111,050471",
        "1234567890,005924",
        "2000000000,279037",
        "20000000000,353130"
    })
    void theCodesAreThoseOfTheStandard(long second, String code) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second)))).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"-60,false", "-30,true", "0,true", "30,true", "60,false"})
    void aClockMayBeHalfAMinuteOff(long off, boolean accepted) {
        var now = Instant.ofEpochSecond(1_234_567_890);
        var code = Totp.code(SECRET, Totp.step(now.plusSeconds(off)));
        assertThat(Totp.stepOf(code, SECRET, now).isPresent()).isEqualTo(accepted);
    }

    @Test
    void peopleTypeBlanks() {
        var now = Instant.ofEpochSecond(59);
        assertThat(Totp.stepOf(" 287 082", SECRET, now)).hasValue(1);
        assertThat(Totp.stepOf("28708", SECRET, now)).isEmpty();
        assertThat(Totp.stepOf("", SECRET, now)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"f,MY", "fo,MZXQ", "foo,MZXW6", "foob,MZXW6YQ", "fooba,MZXW6YTB", "foobar,MZXW6YTBOI"})
    void theSecretIsWrittenAsTheStandardSays(String bytes, String text) {
        assertThat(Totp.base32(bytes.getBytes(StandardCharsets.US_ASCII))).isEqualTo(text);
    }
}
