package org.opensocialnet.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opensocialnet.matching.Links.Pair;

/** On Spark the same pairs are found with the same probabilities as on one machine. */
class SparkLinkageTest {

    static SparkSession spark;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        spark = SparkSession.builder()
                .master("local[2]")
                .appName("test")
                .config("spark.ui.enabled", false)
                .config("spark.sql.shuffle.partitions", 4)
                .config("spark.default.parallelism", 4)
                .getOrCreate();
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    /** The first set of FEBRL where the data are there, otherwise invented people of Athens. */
    private Sheet sheet() throws Exception {
        var febrl = Doubles.SHARED.resolve("dataset1.csv");
        if (Files.exists(febrl)) {
            return new Sheet(febrl, Doubles.FEBRL, Doubles.febrl(1, Doubles.KEY).people());
        }
        return athens(500);
    }

    private Sheet athens(int people) throws Exception {
        var athens = GreekPeople.of(1830, people, Doubles.SHARED.resolve("names/none.csv"));
        return written("athens.csv", athens.rows);
    }

    private Sheet written(String name, List<List<String>> rows) throws Exception {
        var columns = new LinkedHashMap<String, Kind>();
        GreekPeople.FORM.fields().forEach(field -> columns.put(field.name(), field.kind()));
        var lines = new ArrayList<String>(List.of(String.join(",", columns.keySet())));
        rows.forEach(row -> lines.add(String.join(",", row)));
        var file = Files.write(folder.resolve(name), lines);
        return new Sheet(file, columns, Doubles.encoded(GreekPeople.FORM, rows, Doubles.KEY));
    }

    private record Sheet(Path file, Map<String, Kind> columns, People people) {

        SparkLinkage onSpark() {
            return new SparkLinkage(spark, columns, new SparkLinkage.MatchingKeyBytes(Doubles.SECRET));
        }
    }

    @Test
    void findsInOneFileWhatOneMachineFinds() throws Exception {
        var sheet = sheet();
        var alone = Linkage.within(sheet.people()).inBlocks();
        var weights = alone.learn();

        var linkage = sheet.onSpark();
        var found = linkage.link(linkage.read(sheet.file()), weights, Linkage.USUAL_THRESHOLD);

        assertSame(found, alone.link(weights, Linkage.USUAL_THRESHOLD).pairs());
    }

    @Test
    void findsInTwoFilesWhatOneMachineFinds() throws Exception {
        var rows = GreekPeople.of(1830, 500, Doubles.SHARED.resolve("names/none.csv")).rows;
        var left = written("left.csv", everySecond(rows, 0));
        var right = written("right.csv", everySecond(rows, 1));
        var alone = Linkage.between(left.people(), right.people()).inBlocks();
        var weights = alone.learn();

        var linkage = left.onSpark();
        var found = linkage.link(linkage.read(left.file(), right.file()), weights, Linkage.USUAL_THRESHOLD);

        assertSame(found, alone.link(weights, Linkage.USUAL_THRESHOLD).pairs());
    }

    @Test
    void learnsOfFewRecordsWhatOneMachineLearns() throws Exception {
        var sheet = athens(300);
        var linkage = sheet.onSpark();

        var learnt = linkage.learn(linkage.read(sheet.file()));

        assertThat(learnt.toBytes())
                .isEqualTo(Linkage.within(sheet.people()).learn().toBytes());
    }

    private static List<List<String>> everySecond(List<List<String>> rows, int from) {
        return IntStream.range(0, rows.size())
                .filter(row -> row % 2 == from)
                .mapToObj(rows::get)
                .toList();
    }

    private static void assertSame(List<Pair> found, List<Pair> expected) {
        var probabilities = new HashMap<List<Integer>, Double>();
        expected.forEach(pair -> probabilities.put(List.of(pair.left(), pair.right()), pair.probability()));
        assertThat(expected).hasSizeGreaterThan(50);
        assertThat(found).hasSameSizeAs(expected).allSatisfy(pair -> assertThat(pair.probability())
                .isCloseTo(probabilities.get(List.of(pair.left(), pair.right())), within(1e-12)));
    }
}
