package org.opensocialnet.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.prf.HmacPrfKey;
import com.google.crypto.tink.prf.HmacPrfParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opensocialnet.kernel.OperatorError;

/** Names and numbers under lock, the keys beside the database and never in it. */
class VaultTest {

    static final UUID MARIA = UUID.fromString("01900000-0000-7000-8000-00000000000a");
    static final UUID ANNA = UUID.fromString("01900000-0000-7000-8000-00000000000b");

    @TempDir
    Path folder;

    Path file;
    VaultKeys keys;
    Vault vault;

    @BeforeEach
    void open() {
        file = folder.resolve("keys-of-people");
        keys = new VaultKeys("", file, () -> false);
        vault = new Vault(keys);
    }

    @Test
    void whatIsSealedOpensForItsOwnerAndFieldAlone() {
        var sealed = vault.seal(MARIA, "family-name", "Παπαδοπούλου");

        assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("Παπαδο");
        assertThat(vault.open(MARIA, "family-name", sealed)).isEqualTo("Παπαδοπούλου");
        assertThatThrownBy(() -> vault.open(ANNA, "family-name", sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> vault.open(MARIA, "given-name", sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theSameNameIsSealedDifferentlyAndFoundTheSame() {
        assertThat(vault.seal(MARIA, "family-name", "Ρήγα")).isNotEqualTo(vault.seal(MARIA, "family-name", "Ρήγα"));
        assertThat(vault.token("name", "riga")).isEqualTo(vault.token("name", "riga"));
        assertThat(vault.token("name", "riga")).isNotEqualTo(vault.token("phone", "riga"));
    }

    @Test
    void keysChangeWithoutAPause() throws GeneralSecurityException {
        var old = vault.seal(MARIA, "phone", "2100000000");
        var oldToken = vault.token("phone", "2100000000");
        var otherNode = new Vault(new VaultKeys("", file, () -> true));

        keys.become(keys.current().withOneMore().withNewestFirst());

        var renewed = vault.seal(MARIA, "phone", "2100000000");
        assertThat(vault.open(MARIA, "phone", old)).isEqualTo("2100000000");
        assertThat(renewed).startsWith(vault.prefix());
        assertThat(java.util.Arrays.copyOf(old, 5)).isNotEqualTo(vault.prefix());
        assertThat(vault.tokens("phone", "2100000000")).hasSize(2).contains(oldToken);
        assertThat(vault.token("phone", "2100000000")).isNotEqualTo(oldToken);
        assertThat(otherNode.open(MARIA, "phone", renewed))
                .as("a node that did not know the new key yet reads the file again")
                .isEqualTo("2100000000");

        keys.become(keys.current().withoutOld());

        assertThat(vault.open(MARIA, "phone", renewed)).isEqualTo("2100000000");
        assertThatThrownBy(() -> vault.open(MARIA, "phone", old)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aKeyThatIsAddedFirstSealsNothingUntilAllNodesHaveIt() throws GeneralSecurityException {
        var before = vault.prefix();

        keys.become(keys.current().withOneMore());

        assertThat(vault.prefix()).isEqualTo(before);
        keys.become(keys.current().withNewestFirst());
        assertThat(vault.prefix()).isNotEqualTo(before);
    }

    @Test
    void theFileIsTheOwnersAlone() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(() -> new VaultKeys("", file, () -> true))
                .isInstanceOf(OperatorError.class)
                .hasMessageContaining("chmod 600");
    }

    @Test
    void lostKeysAreNotReplacedByNewOnes() throws IOException {
        Files.delete(file);

        assertThatThrownBy(() -> new VaultKeys("", file, () -> true))
                .isInstanceOf(OperatorError.class)
                .hasMessageContaining("missing");
        assertThat(file).doesNotExist();
    }

    @Test
    void theEnvironmentMayGiveThemInsteadOfAFile() throws IOException {
        var sealed = vault.seal(MARIA, "phone", "2100000000");
        var given = new Vault(new VaultKeys(Files.readString(file), folder.resolve("none"), () -> true));

        assertThat(given.open(MARIA, "phone", sealed)).isEqualTo("2100000000");
        assertThat(folder.resolve("none")).doesNotExist();
        assertThatThrownBy(() -> new VaultKeys("{}", file, () -> true)).isInstanceOf(OperatorError.class);
    }

    /** The reference value of the standards' chapter on client codes. */
    @Test
    void aCodeIsStoredAsItsKeyedHash() throws GeneralSecurityException, IOException {
        var key = HmacPrfKey.builder()
                .setParameters(HmacPrfParameters.builder()
                        .setKeySizeBytes(32)
                        .setHashType(HmacPrfParameters.HashType.SHA256)
                        .build())
                .setKeyBytes(SecretBytes.copyFrom(
                        "city-demo-secret-key-32-bytes-lo".getBytes(StandardCharsets.US_ASCII),
                        InsecureSecretKeyAccess.get()))
                .build();
        var find = KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(key).withRandomId().makePrimary())
                .build();
        var sets = KeySets.of(KeySets.made().seal(), find);
        var city = new Vault(new VaultKeys(sets.written(), file, () -> true));

        assertThat(city.code("ΓΠ|19850315|M")).startsWith("FSYY5OER5X").hasSize(20);
    }
}
