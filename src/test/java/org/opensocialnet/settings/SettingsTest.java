package org.opensocialnet.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.opensocialnet.database.DataDirectory;
import org.opensocialnet.database.Keyring;
import org.opensocialnet.database.Sight;
import org.opensocialnet.kernel.Refusal;
import org.opensocialnet.kernel.Uuid7;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A kitchen decides how many plates it has, what it is called, and the word that opens its cellar. */
@ApplicationModuleTest
@TestPropertySource(properties = {"osn.kitchen.street=Odos Alfa", "osn.kitchen.days=monday,friday"})
class SettingsTest {

    static final Setting<String> NAME = setting("kitchen.name", Forms.needed(20), "Kitchen");
    static final Setting<Integer> PLATES = setting("kitchen.plates", Forms.number(1, 500), 40);
    static final Setting<List<String>> COOKS = setting("kitchen.cooks", Forms.lines(3, 20), List.of());
    static final Setting<String> CELLAR = setting("kitchen.cellar", Forms.secret(50), "");
    static final Setting<String> STREET = setting("kitchen.street", Forms.text(50), "");
    static final Setting<List<String>> DAYS = setting("kitchen.days", Forms.lines(7, 20), List.of());

    static final UUID MARIA = Uuid7.next();

    @Autowired
    Settings settings;

    @Autowired
    SettingHistory history;

    @Autowired
    Heard heard;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataDirectory data;

    @Autowired
    Keyring keyring;

    @Autowired
    PlatformTransactionManager transactions;

    @AfterEach
    void asItWas() throws Exception {
        for (var setting : List.of(NAME, PLATES, COOKS, CELLAR)) {
            deciding(() -> {
                settings.reset(setting);
                return true;
            });
        }
        heard.keys.clear();
    }

    @Test
    void untilSomebodyDecidesTheProgramsOwnValueHolds() {
        assertThat(settings.value(PLATES)).isEqualTo(40);
        assertThat(settings.state(PLATES).origin()).isEqualTo(Settings.Origin.PROGRAM);
    }

    @Test
    void whatIsDecidedHoldsAtOnceAndTheHistorySaysWhoDecided() throws Exception {
        assertThat(decide(Map.of(PLATES, " 120 ", NAME, "Καζάνι", COOKS, "Άννα\n\n Βασίλης ")))
                .isEmpty();

        assertThat(settings.value(PLATES)).isEqualTo(120);
        assertThat(settings.value(NAME)).isEqualTo("Καζάνι");
        assertThat(settings.value(COOKS)).containsExactly("Άννα", "Βασίλης");
        assertThat(settings.state(PLATES).origin()).isEqualTo(Settings.Origin.DESK);
        assertThat(maria().call(() -> history.page(null, 3)))
                .extracting(SettingHistory.Line::key, SettingHistory.Line::member)
                .contains(org.assertj.core.groups.Tuple.tuple("kitchen.plates", MARIA));
        assertThat(heard.keys).containsExactlyInAnyOrder("kitchen.plates", "kitchen.name", "kitchen.cooks");
    }

    @Test
    void oneThatCannotBeAcceptedKeepsAllAsTheyWere() throws Exception {
        var wrong = decide(Map.of(PLATES, "lots", NAME, "New"));

        assertThat(wrong).containsOnlyKeys("kitchen.plates");
        assertThat(wrong.values())
                .allSatisfy(refusal -> assertThat(refusal.arguments()).containsExactly(1, 500));
        assertThat(settings.value(NAME)).isEqualTo("Kitchen");
        assertThat(heard.keys).isEmpty();
    }

    @Test
    void whatChangesNothingLeavesNoLine() throws Exception {
        decide(Map.of(PLATES, "40", NAME, " Kitchen "));

        assertThat(heard.keys).isEmpty();
    }

    @Test
    void theEnvironmentHoldsAndTheDeskCannotChangeIt() throws Exception {
        assertThat(settings.value(STREET)).isEqualTo("Odos Alfa");
        assertThat(settings.value(DAYS)).containsExactly("monday", "friday");
        assertThat(settings.state(STREET).locked()).isTrue();
        assertThat(decide(Map.of(STREET, "Odos Beta")).values())
                .extracting(Refusal::key)
                .containsExactly("settings.locked");
        assertThatThrownBy(() -> deciding(() -> {
                    settings.reset(STREET);
                    return true;
                }))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aSecretIsReadByTheProgramAloneAndLiesEncrypted() throws Exception {
        decide(Map.of(CELLAR, "open-the-cellar"));

        assertThat(settings.value(CELLAR)).isEqualTo("open-the-cellar");
        assertThat(settings.state(CELLAR).typed()).isEmpty();
        assertThat(settings.state(CELLAR).isSet()).isTrue();
        assertThat(stored("kitchen.cellar")).doesNotContain("open-the-cellar");
        assertThat(maria().call(() -> history.page(null, 1)).getFirst())
                .returns(true, SettingHistory.Line::secret)
                .returns(null, SettingHistory.Line::after);
        var file = data.resolve("key-of-settings");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aSecretLeftEmptyStaysAndOneMovedToAnotherSettingOpensNothing() throws Exception {
        decide(Map.of(CELLAR, "open-the-cellar"));
        decide(Map.of(CELLAR, ""));
        assertThat(settings.value(CELLAR)).isEqualTo("open-the-cellar");

        var box = keyring.box("settings");
        var closed = Base64.getDecoder().decode(stored("kitchen.cellar"));
        assertThat(box.open("kitchen.cellar", closed).map(plain -> new String(plain, StandardCharsets.UTF_8)))
                .contains("open-the-cellar");
        assertThat(box.open("kitchen.attic", closed)).isEmpty();
    }

    @Test
    void onlyThePurposeOfSettingsChangesThem() {
        var desk = new Sight(MARIA, Uuid7.next(), "editor", Sight.Reach.ORGANIZATION, "desk", "here");
        var own = new Sight(MARIA, Uuid7.next(), "editor", Sight.Reach.ORGANIZATION, "settings", "here");

        for (var sight : List.of(desk, own)) {
            assertThatThrownBy(() -> sight.call(() ->
                            new TransactionTemplate(transactions).execute(_ -> settings.change(Map.of(PLATES, "7")))))
                    .rootCause()
                    .hasMessageContaining("row-level security");
        }
        assertThat(settings.value(PLATES)).isEqualTo(40);
    }

    @Test
    void theHistoryIsOnlyAddedTo() throws Exception {
        decide(Map.of(PLATES, "7"));

        assertThatThrownBy(() -> deciding(
                        () -> jdbc.sql("update settings.change set after = '8'").update()))
                .rootCause()
                .hasMessageContaining("only added to");
        assertThatThrownBy(() ->
                        deciding(() -> jdbc.sql("delete from settings.change").update()))
                .rootCause()
                .hasMessageContaining("only added to");
    }

    @Test
    void formsRefuseWhatCouldEndAHeaderOrAPage() {
        for (var typed : List.of(
                "javascript:alert(1)",
                "https://a.example; script-src *",
                "https://user:word@a.example",
                "https://a.example/\"><script>",
                "//a.example",
                "https://",
                "ftp://a.example")) {
            assertThatThrownBy(() -> Forms.address().read(typed)).as(typed).isInstanceOf(Refusal.class);
        }
        assertThat(Forms.address().read(" https://tiles.example:8443/s.json "))
                .isEqualTo("https://tiles.example:8443/s.json");
        assertThatThrownBy(() -> Forms.email().read("info@city.example\r\nBcc: x@y.example"))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Forms.needed(5).read("  ")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Forms.needed(5).read("123456")).isInstanceOf(Refusal.class);
    }

    private Map<String, Refusal> decide(Map<Setting<?>, String> typed) throws Exception {
        return deciding(() -> settings.change(typed));
    }

    private <T> T deciding(Callable<T> work) throws Exception {
        return maria().call(() -> new TransactionTemplate(transactions).execute(_ -> {
            try {
                return work.call();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }));
    }

    private static Sight maria() {
        return new Sight(MARIA, null, "administrator", Sight.Reach.NETWORK, "settings", "here");
    }

    private String stored(String key) {
        return jdbc.sql("select value from settings.value where key = ?")
                .param(key)
                .query(String.class)
                .single();
    }

    private static <T> Setting<T> setting(String key, Form<T> form, T otherwise) {
        return new Setting<>(key, Setting.Group.SITE, 1, form, otherwise, "", "");
    }

    /** Hears what is told inside of the transaction. */
    static class Heard {
        final List<String> keys = new ArrayList<>();

        @EventListener
        void on(SettingChanged event) {
            keys.add(event.key());
        }
    }

    @TestConfiguration
    static class Kitchen {

        @Bean
        Declared kitchenSettings() {
            return new Declared(NAME, PLATES, COOKS, CELLAR, STREET, DAYS);
        }

        @Bean
        Heard heard() {
            return new Heard();
        }
    }
}
