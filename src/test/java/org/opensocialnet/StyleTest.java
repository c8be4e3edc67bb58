package org.opensocialnet;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;

class StyleTest {

    static final JavaClasses CODE =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackagesOf(OpenSocialNet.class);

    /** A type at the left margin, with what stands before it. */
    static final Pattern TOP_LEVEL_TYPE = Pattern.compile("(?s)(.*?)\\n(?:@[\\w.]+(?:\\(.*?\\))?\\n)*"
            + "(?:(?:public|final|abstract|sealed|non-sealed) )*(?:class|record|interface|enum|@interface) \\w+");

    /** Long because the world is: pure lists of definitions, one line each. */
    static final Set<String> LISTS = Set.of("HsdsTables.java");

    @Test
    void namesComeFromTheDomain() {
        noClasses()
                .should()
                .haveNameMatching(".*\\w(Service|Manager|Helper|Utils?|Impl|Dto|DTO|Entity|Mapper)")
                .check(CODE);
    }

    @Test
    void controllersAreHidden() {
        classes()
                .that()
                .areMetaAnnotatedWith(Controller.class)
                .should()
                .bePackagePrivate()
                .allowEmptyShould(true)
                .check(CODE);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Instant.class,
                LocalDate.class,
                LocalDateTime.class,
                LocalTime.class,
                OffsetDateTime.class,
                ZonedDateTime.class,
                Year.class,
                YearMonth.class
            })
    void timeComesFromTheClock(Class<?> type) {
        noClasses().should().callMethod(type, "now").check(CODE);
    }

    @Test
    void theClockIsMadeInOnePlace() {
        noClasses()
                .that(DescribedPredicate.not(simpleName("TimeConfig").or(simpleName("Uuid7"))))
                .should()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(Clock.class, "system", ZoneId.class)
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callConstructor(Date.class)
                .check(CODE);
    }

    @Test
    void idsAreTimeOrdered() {
        noClasses().should().callMethod(UUID.class, "randomUUID").check(CODE);
    }

    @Test
    void constructorsInject() {
        noFields().should().beAnnotatedWith(Autowired.class).check(CODE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"kernel", "hours", "spelling", "matching", "margins", "disclosure", "catchment", "allocation"})
    void wordsAndEnginesArePlainJava(String room) {
        noClasses()
                .that()
                .resideInAPackage("org.opensocialnet." + room)
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..", "org.postgresql..")
                .allowEmptyShould(true)
                .check(CODE);
    }

    @Test
    void everyTypeSaysInASentenceWhatItIs() {
        assertThat(Sources.below(Sources.JAVA, ".java"))
                .filteredOn(file -> !file.endsWith("package-info.java"))
                .allSatisfy(file -> {
                    var type = TOP_LEVEL_TYPE.matcher(Sources.text(file));
                    assertThat(type.find()).as("a type in %s", file).isTrue();
                    assertThat(type.group(1).strip())
                            .as("what stands before the type in %s", file)
                            .endsWith("*/");
                });
    }

    @Test
    void aRoomThatOutgrowsThirtyFilesHidesTwo() {
        assertThat(Sources.rooms())
                .allSatisfy(room -> assertThat(Sources.below(Sources.JAVA.resolve(room), ".java"))
                        .as("files of room %s: find the seam in the domain and split it", room)
                        .hasSizeLessThanOrEqualTo(30));
    }

    @Test
    void aFileFitsInAHead() {
        assertThat(Sources.below(Sources.JAVA, ".java"))
                .filteredOn(file -> !LISTS.contains(file.getFileName().toString()))
                .allSatisfy(file -> assertThat(Sources.text(file).lines())
                        .as("lines of %s: split it along the domain", file)
                        .hasSizeLessThanOrEqualTo(300));
    }

    @Test
    void nobodyImportsByStar() {
        assertThat(Sources.below(Sources.JAVA, ".java"))
                .allSatisfy(file ->
                        assertThat(Sources.text(file)).as(file.toString()).doesNotContainPattern("import .*\\*;"));
    }

    /** A stream of rows holds its connection until somebody closes it; forgotten ones empty the pool. */
    @Test
    void rowsAreListsNotOpenStreams() {
        noClasses()
                .should()
                .callMethod(JdbcClient.MappedQuerySpec.class, "stream")
                .because("a list gives its connection back")
                .check(CODE);
    }
}
