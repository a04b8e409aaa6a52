package org.manyuan;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.Configuration.consideringOnlyDependenciesInAnyPackage;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.adhereToPlantUmlDiagram;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.junit.jupiter.api.Test;
import org.manyuan.disclosure.Releasable;

/** The code is held to the drawing in {@code house.puml}. Each rule says how to mend what it finds. */
class HouseTest {
    private static final Path DRAWING = Path.of("house.puml");

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.manyuan");

    @Test
    void importsRunOnlyWhereTheDrawingHasAnArrow() throws IOException {
        classes()
                .that(not(resideInAPackage("org.manyuan")))
                .should(adhereToPlantUmlDiagram(
                        DRAWING.toUri().toURL(), consideringOnlyDependenciesInAnyPackage("org.manyuan..")))
                .because(
                        "rooms import only downwards: move the code to the room it belongs to, or hand the thing in as a"
                                + " parameter; a new arrow in jobs/house.puml is a decision for jobs/decisions")
                .check(HOUSE);
    }

    @Test
    void everyClassLivesInADrawnRoom() throws IOException {
        String[] rooms = Pattern.compile("<<(org\\.manyuan\\.[a-z]+)>>")
                .matcher(Files.readString(DRAWING))
                .results()
                .map(match -> match.group(1))
                .toArray(String[]::new);
        classes()
                .that(not(resideInAPackage("org.manyuan")))
                .should()
                .resideInAnyPackage(rooms)
                .because("a class without a room has no place: draw the room in jobs/house.puml and name it in the root"
                        + " package-info, or move the class")
                .check(HOUSE);
    }

    @Test
    void noRoomsImportInACircle() {
        slices().matching("org.manyuan.(*)..")
                .should()
                .beFreeOfCycles()
                .because("two rooms that need each other are one room, or hide a third")
                .check(HOUSE);
    }

    @Test
    void theTwoLowestFloorsKnowNoSpark() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.manyuan.domain..",
                        "org.manyuan.contract..",
                        "org.manyuan.config..",
                        "org.manyuan.metric..",
                        "org.manyuan.assessment..",
                        "org.manyuan.statistics..",
                        "org.manyuan.synthesis..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.spark..", "org.apache.iceberg..", "org.apache.hadoop..")
                .because(
                        "a metric is an ordinary function that a statistician can read and test without Spark: gather the"
                                + " facts in core or measure and hand them in")
                .check(HOUSE);
    }

    @Test
    void aFlowRoomIsAPlanAndStartsNoAction() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.manyuan.ingest..",
                        "org.manyuan.core..",
                        "org.manyuan.measure..",
                        "org.manyuan.mart..",
                        "org.manyuan.disclosure..")
                .should()
                .callMethodWhere(
                        com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                                        com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner(
                                                com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo(
                                                        Dataset.class)))
                                .and(
                                        com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                                                com.tngtech.archunit.core.domain.properties.HasName.Predicates
                                                        .nameMatching(
                                                                "collect|collectAsList|count|first|head|take|takeAsList|foreach|foreachPartition|show|"
                                                                        + "toLocalIterator|write|writeTo|isEmpty|reduce|persist|cache|checkpoint"))))
                .because(
                        "ingest, core, measure, mart and disclosure say what is to be computed; the job decides when: return the Dataset and let"
                                + " the job run it")
                .check(HOUSE);
    }

    @Test
    void onlyDisclosureMakesAReleasable() {
        constructors()
                .that()
                .areDeclaredIn(Releasable.class)
                .should()
                .bePackagePrivate()
                .because("nothing leaves the house but what disclosure has judged: hand the rows to Disclosure")
                .check(HOUSE);
        noClasses()
                .that(not(resideInAPackage("org.manyuan.disclosure")))
                .should()
                .callConstructorWhere(JavaCall.Predicates.target(
                        HasOwner.Predicates.With.owner(JavaClass.Predicates.equivalentTo(Releasable.class))))
                .because("nothing leaves the house but what disclosure has judged: hand the rows to Disclosure")
                .check(HOUSE);
    }

    @Test
    void namesSaySomething() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Common|Base|Misc|Processor|Handler|Data|Info)")
                .because(
                        "a name says what the thing is in the field's words: look for it in schemas/GLOSSARY.md, or add it there")
                .check(HOUSE);
    }
}
