package org.opensocialnet.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opensocialnet.access.Member;
import org.opensocialnet.access.Member.State;
import org.opensocialnet.kernel.Uuid7;
import org.opensocialnet.signin.PasswordRules.Fault;
import org.opensocialnet.web.Language;

class PasswordRulesTest {

    final PasswordRules rules = new PasswordRules(new LeakedPasswords(""));
    final Member member = new Member(
            Uuid7.next(), "e.karamitrou@example.org", "Ελένη Καραμήτρου", Language.GREEK, State.INVITED, false);

    Fault fault(String password) {
        return fault(rules, password);
    }

    Fault fault(PasswordRules rules, String password) {
        return rules.fault(password, member, "Open Social Net");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "τρακτέρ ομπρέλα βιολί χιόνι",
                "trakter obrela violi",
                "K7#vq!Lm2$wRz9@p",
                "μανιτάρι-φάρος-σχοινί",
                "ένα κόκκινο ποδήλατο στη βροχή",
                "😀😀 τρία πουλιά 😀😀 και ένα"
            })
    void lengthIsWhatCounts(String password) {
        assertThat(fault(password)).isEqualTo(Fault.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "K7#vq!Lm2$wRz9", "σύντομος"})
    void shortOnesAreRefused(String password) {
        assertThat(fault(password)).isEqualTo(Fault.SHORT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "passwordpassword",
                "Password123456789!",
                "qwertyuiopasdfghjkl",
                "aaaaaaaaaaaaaaaaaaaa",
                "abcabcabcabcabcabc",
                "123456789012345678",
                "Olympiakos2026!!!!",
                "καλημέρα καλημέρα 1",
                "Ελένη Καραμήτρου 1",
                "e.karamitrou@example",
                "OpenSocialNet2026!!",
                "P@ssw0rdP@ssw0rd1"
            })
    void whatOthersTryFirstIsRefused(String password) {
        assertThat(fault(password)).isEqualTo(Fault.COMMON);
    }

    @ParameterizedTest
    @ValueSource(ints = {129, 100_000})
    void longOnesCostNothing(int length) {
        assertThat(fault("xyž7".repeat(length / 4 + 1))).isEqualTo(Fault.LONG);
    }

    @Test
    void whatWasStolenElsewhereIsRefusedWhereTheOperatorBringsTheList(@TempDir Path folder) throws Exception {
        var stolen = IntStream.range(0, 500)
                .mapToObj(number -> "κλεμμένο ποδήλατο " + number)
                .toList();
        var file = folder.resolve("stolen.txt");
        Files.write(
                file,
                stolen.stream()
                        .map(PasswordRulesTest::sha1)
                        .sorted()
                        .map(hash -> hash + ":7\r")
                        .toList());
        var strict = new PasswordRules(new LeakedPasswords(file.toString()));
        assertThat(stolen)
                .allSatisfy(password -> assertThat(fault(strict, password)).isEqualTo(Fault.LEAKED));
        assertThat(IntStream.range(0, 500).mapToObj(number -> "δικό μου ποδήλατο " + number))
                .allSatisfy(password -> assertThat(fault(strict, password)).isEqualTo(Fault.NONE));
    }

    @Test
    void aListThatIsNotThereIsSaidAtTheStart() {
        assertThatThrownBy(() -> new LeakedPasswords("/nowhere/stolen.txt")).hasMessageContaining("OSN_SIGNIN_LEAKED");
    }

    static String sha1(String password) {
        try {
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(password.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
