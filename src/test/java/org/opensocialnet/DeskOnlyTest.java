package org.opensocialnet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;
import org.opensocialnet.directory.WholeRecords;

/** WholeRecords with what the public may not know are read by the rooms of the desk alone, which first ask who keeps them. */
class DeskOnlyTest {

    @Test
    void thePublicsRoomsNeverReadWholeRecords() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "org.opensocialnet.directory",
                        "org.opensocialnet.drafts",
                        "org.opensocialnet.reports",
                        "org.opensocialnet.rounds",
                        "org.opensocialnet.questionnaire",
                        "org.opensocialnet.upkeep",
                        "org.opensocialnet.imports",
                        "org.opensocialnet.doubles",
                        "org.opensocialnet.successions")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(WholeRecords.class)
                .check(StyleTest.CODE);
    }
}
