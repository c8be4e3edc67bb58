package org.opensocialnet.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.opensocialnet.database.Rows;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;

@ApplicationModuleTest(mode = BootstrapMode.DIRECT_DEPENDENCIES)
class OwnVocabulariesTest {

    @Autowired
    OwnVocabularies vocabularies;

    @Autowired
    JdbcClient jdbc;

    record Term(String code, String name, String english, String description, String parent, int synonyms) {}

    List<Term> terms(String taxonomy) {
        return jdbc.sql("""
                        select t.code, t.name, t.translations #>> '{en,name}' as english, t.description,
                               coalesce(p.code, '') as parent,
                               jsonb_array_length(t.synonyms -> 'el') + jsonb_array_length(t.synonyms -> 'en') as synonyms
                        from directory.public_taxonomy_term t
                        join directory.public_taxonomy v on v.id = t.taxonomy_id
                        left join directory.public_taxonomy_term p on p.id = t.parent_id
                        where v.code = ? and t.gone_at is null""").param(taxonomy).query(Rows.of(Term.class)).list();
    }

    @Test
    void aboutAHundredAndTwentyKindsOfServiceBelowSomeWideOnes() {
        var terms = terms("osn-service");
        assertThat(terms).hasSizeBetween(115, 140);
        assertThat(terms.stream().filter(term -> term.parent().isEmpty())).hasSizeBetween(12, 18);
        assertThat(terms)
                .allMatch(term -> term.synonyms() >= 2 && !term.description().isBlank());
        assertThat(terms).extracting(Term::english).doesNotContainNull().doesNotHaveDuplicates();
        assertThat(terms).extracting(Term::name).doesNotHaveDuplicates();
    }

    @Test
    void theTargetGroupsBothSourceDocumentsName() {
        assertThat(terms("osn-target-group"))
                .extracting(Term::code)
                .contains(
                        "homeless", "people-who-inject", "women", "neet", "unemployed", "pupils", "parents", "teachers")
                .hasSizeBetween(25, 45);
    }

    @Test
    void whatTheCityDoesOnDrugsHasItsWords() {
        assertThat(terms("osn-service"))
                .extracting(Term::code)
                .contains(
                        "supervised-consumption",
                        "naloxone",
                        "needle-exchange",
                        "street-work",
                        "mobile-unit",
                        "transitional-hostel",
                        "prevention-school",
                        "hepatitis-testing",
                        "comorbidity",
                        "detention-support",
                        "friendship-club",
                        "gift-parcels");
    }

    @Test
    void aTermSaysWhichOneItIsElsewhere() {
        assertThat(jdbc.sql("""
                        select t.matches ->> 'open-eligibility' || ' ' || (t.matches ->> 'esd')
                        from directory.public_taxonomy_term t
                        join directory.public_taxonomy v on v.id = t.taxonomy_id
                        where v.code = 'osn-service' and t.code = 'meals-at-home'
                        """).query(String.class).single())
                .isEqualTo("Food Delivery http://id.esd.org.uk/service/315");
    }

    @Test
    void loadedOnceTheyAreLeftAlone() {
        var loaded = loadedAt();
        vocabularies.load();
        assertThat(loadedAt()).isEqualTo(loaded);
    }

    private String loadedAt() {
        return jdbc.sql("select loaded_at::text from directory.source where id = 'osn'")
                .query(String.class)
                .single();
    }
}
