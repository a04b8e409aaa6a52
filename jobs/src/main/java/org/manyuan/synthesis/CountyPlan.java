package org.manyuan.synthesis;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.manyuan.domain.SchoolYear;
import org.manyuan.domain.SchoolingSystem;
import org.manyuan.domain.Stage;
import org.manyuan.domain.Verdict;

/**
 * What a made-up county is to be like: its tree, schools and groups, the gaps that its scores shall show, how clerks write its files
 * and what they get wrong. Read from {@code schemas/regions/<region>.yaml}, whose comments say what each key means.
 *
 * @param district the county that everything lies in; its code is the folder of the files
 * @param firstYear the first school year with rows
 * @param seed the seed for which the plan's verdicts were checked
 * @param terms by school year: first and last day of term 1, first and last day of term 2
 * @param files by file, without ending; what is missing is written as {@link FilePlan#PLAIN}
 * @param headers by dataset and column: the Chinese header
 * @param words by column and code: the Chinese word
 * @param activities what every group does in every term
 * @param posts who leads every group from its founding on
 * @param ledger what is entered into the ledger
 * @param figures what the bureau has said in public
 */
public record CountyPlan(
        String region,
        String district,
        String schoolingSystem,
        int firstYear,
        int lastYear,
        LocalDate foundedOn,
        long seed,
        List<Place> places,
        List<School> schools,
        List<Group> groups,
        List<Series> series,
        Cuts cuts,
        Spread chance,
        Staff staff,
        Map<Integer, List<LocalDate>> terms,
        Map<String, FilePlan> files,
        Map<String, Map<String, String>> headers,
        Map<String, Map<String, String>> words,
        List<Activity> activities,
        List<Post> posts,
        List<Entry> ledger,
        List<Figure> figures,
        List<Fault> faults) {

    /** A row of the tree of districts; {@code parent} null at its root. */
    public record Place(String code, String name, String level, String parent) {}

    /** A school; {@code pupils}: entrants a year by stage; the first short name is the one that sheets use. */
    public record School(
            String code,
            String name,
            List<String> shortNames,
            String type,
            String setting,
            String township,
            Map<Stage, Integer> pupils) {
        /** The stages it teaches, lowest first. */
        List<Stage> stages() {
            return pupils.keySet().stream().sorted().toList();
        }
    }

    /** A group; {@code members}: member kind by school code; intakes: growth of entrants a year since the founding. */
    public record Group(
            String code,
            String name,
            String form,
            String lead,
            Map<String, String> members,
            Map<Stage, Gap> gaps,
            double leadIntake,
            double memberIntake,
            double exchange,
            double backbone) {}

    /**
     * The gap of a group on the total, in SDs of everyone who sat, one a school year.
     *
     * @param metric GAP-08b, lead minus members, or GAP-08c, members minus all others
     * @param lead where the lead stands, GAP-08b only
     * @param verdict what the change from the first year to the last shall be found to be
     */
    public record Gap(String metric, List<Double> lead, List<Double> planned, Verdict verdict) {}

    /** A series of exams, one a school year; {@code total}: null where no paper is the sum of the others. */
    public record Series(
            String code,
            String name,
            String kind,
            Stage stage,
            String grade,
            String heldOn,
            String note,
            Map<String, Paper> papers,
            Paper total) {
        /** The code of one year's exam. */
        String examCode(int schoolYear) {
            return code + "-" + schoolYear;
        }

        /** The papers by subject in the plan's order, the sum last. */
        Map<String, Paper> allPapers() {
            Map<String, Paper> all = new LinkedHashMap<>(papers);
            if (total != null) {
                all.put("total", total);
            }
            return all;
        }
    }

    /** A paper in points; {@code mean} and {@code sd} of everyone who sits it, 0 for a sum. */
    public record Paper(BigDecimal fullMark, BigDecimal step, double mean, double sd) {}

    /** Shares of the full mark. */
    public record Cuts(BigDecimal excellent, BigDecimal pass, BigDecimal low) {}

    /** How schools and pupils vary about the plan, in SDs of the paper, logs and shares. */
    public record Spread(
            double unitSd, double yearSd, double subjectCorrelation, double intakeSd, double absentShare) {}

    /** Staff; {@code exchangeBefore}: share of eligible teachers who move outside any group. */
    public record Staff(
            double pupilsPerTeacher,
            double eligibleShare,
            double backboneShare,
            double candidateShare,
            double exchangeBefore) {}

    /** How one file is written; {@code days}: iso, slash or chinese; {@code examNumber}: 考号 stands for 学籍号. */
    public record FilePlan(
            String language, FileFormat format, String days, boolean wide, boolean shortNames, boolean examNumber) {
        static final FilePlan PLAIN = new FilePlan(null, null, null, false, false, false);

        public FilePlan {
            language = Objects.requireNonNullElse(language, "en");
            format = Objects.requireNonNullElse(format, FileFormat.CSV_UTF8);
            days = Objects.requireNonNullElse(days, "iso");
        }

        boolean chinese() {
            return language.equals("zh");
        }
    }

    /** An activity, once a term and group, called by the lead or by members in turn; {@code persons}: about how many come. */
    public record Activity(
            String kind, String by, String mode, String audience, String subject, int persons, int lessons) {
        public Activity {
            subject = Objects.requireNonNullElse(subject, "");
        }
    }

    /** A post that the head (校长) of the lead, or of the first member, holds; {@code body} empty: of the group itself. */
    public record Post(String post, String body, String of) {
        public Post {
            body = Objects.requireNonNullElse(body, "");
        }
    }

    /**
     * What the ledger holds about the district, each group, each unit or each member of a group, or each lead and member.
     *
     * @param about district, group, unit, member, shared (the lead's, used by each member) or mentoring (a member's young teacher)
     * @param day MM-dd of every school year since the founding; empty: once, on the day of the founding
     * @param grades one is drawn for each row
     * @param times how often it is entered; one where the plan does not say
     * @param least the value is drawn from here up to {@code most}
     */
    public record Entry(
            String about,
            String kind,
            String item,
            String day,
            String status,
            List<String> grades,
            int least,
            int most,
            String value2,
            String unit,
            int times) {
        public Entry {
            item = Objects.requireNonNullElse(item, "");
            day = Objects.requireNonNullElse(day, "");
            status = Objects.requireNonNullElse(status, "");
            grades = Objects.requireNonNullElse(grades, List.of());
            value2 = Objects.requireNonNullElse(value2, "");
            unit = Objects.requireNonNullElse(unit, "");
            times = Math.max(1, times);
        }
    }

    /** What the bureau said in public about the groups. */
    public record Figure(String id, String item, int value, String unit, String quote) {}

    /** Rows that are wrong on purpose; {@code append}: spoilt copies are added, else drawn rows are spoilt. */
    public record Fault(String kind, String file, int rows, boolean append, Map<String, String> set) {}

    /**
     * The plan of a region.
     *
     * @throws IllegalArgumentException where there is none
     */
    public static CountyPlan of(String region) {
        String path = "/schemas/regions/" + region + ".yaml";
        try (InputStream text = CountyPlan.class.getResourceAsStream(path)) {
            if (text == null) {
                throw new IllegalArgumentException(
                        "no plan of a made-up county for region " + region + ": there is no " + path);
            }
            return read(text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the plan " + path, e);
        }
    }

    /** Reads a plan; a key that a plan does not know is an error that names its line. */
    static CountyPlan read(InputStream yaml) throws IOException {
        SimpleModule days = new SimpleModule();
        days.addDeserializer(LocalDate.class, new FromStringDeserializer<LocalDate>(LocalDate.class) {
            @Override
            protected LocalDate _deserialize(String text, DeserializationContext context) {
                return LocalDate.parse(text);
            }
        });
        return YAMLMapper.builder()
                .addModule(days)
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .build()
                .readValue(yaml, CountyPlan.class);
    }

    /** The school years with rows, in order. */
    List<Integer> years() {
        return IntStream.rangeClosed(firstYear, lastYear).boxed().toList();
    }

    SchoolingSystem system() {
        return SchoolingSystem.of(schoolingSystem);
    }

    /** The first school year that began with the groups in place. */
    int firstGroupYear() {
        return SchoolYear.of(foundedOn) + 1;
    }

    School school(String code) {
        return schools.stream()
                .filter(school -> school.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the plan of " + region + " has no school " + code));
    }

    FilePlan file(String name) {
        return files.getOrDefault(name, FilePlan.PLAIN);
    }
}
