package org.manyuan.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contracts hold the columns that were promised, in order; {@code *} is required in a file, {@code !} a part of the key. */
class ContractColumnsTest {
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern HAN_SENTENCE = Pattern.compile("[，；、。]");
    private static final Pattern ENGLISH = Pattern.compile("\\b[a-zA-Z]{3,} [a-z0-9]+");

    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                district: district_code*! name parent_code level valid_from valid_to successor_code""",
                """
                school: school_code*! valid_from*! district_code* authority_code part_of name aliases school_type stages
                 schooling_system setting_code ownership legal_entity_code legal_representative_id township tags seats
                 opened_on closed_on""",
                """
                education_group: group_code*! authority_code name kind form stages founded_on dissolved_on approval_no
                 agreement_from agreement_to""",
                // a snapshot may lack joined_on, so the rule FILLED asks for one of the two days
                """
                group_membership: group_code*! school_code*! joined_on! role member_kind joined_approval_no left_on
                 left_reason left_approval_no as_of""",
                """
                enrollment: school_code*! school_year*! stage*! grade*! census_on students classes intake intake_in_zone
                 students_in_zone boarders migrant_students transfers_in transfers_out graduates deaths""",
                """
                exam: exam_code*! district_code* series school_year* term kind stage* grade* held_on* lawful_use_note""",
                // score_step is asked for by the rule ON_PAPER where scores come
                """
                exam_paper: exam_code*! subject*! full_mark score_step excellent_cut pass_cut low_cut""",
                // a score of no school belongs to no unit and would replace nothing
                """
                exam_score: exam_code*! subject*! student_id*! school_code* class_no score level status""",
                """
                exam_summary: exam_code*! subject*! school_code*! candidates examinees mean_score sd_score excellent
                 passed low""",
                """
                teacher_roll: teacher_id*! school_year*! school_code stage subject degree certificate staff_status
                 full_time_teacher title_level talent_level talent_title talent_status post at_school_since rural_since
                 exchange_eligible exempt_reason""",
                """
                teacher_exchange: exchange_id*! teacher_id group_code from_school_code to_school_code started_on ended_on
                 kind post subject talent_level fte appraisal allowance""",
                """
                term_calendar: district_code*! school_year*! term*! from_on to_on""",
                """
                school_succession: from_code*! to_code*! happened_on*! kind""",
                """
                class_roll: school_code*! school_year*! stage*! grade*! class_no*! students""",
                """
                student_roll: student_id*! school_year*! school_code stage grade class_no sex birth_year zone_school_code
                 origin_school_code migrant""",
                """
                student_id_link: old_id*! new_id*! kind""",
                """
                group_activity: activity_id*! group_code organiser_school_code host_school_code held_on kind mode audience
                 subject participants pupils lessons""",
                """
                group_post: group_code*! post*! person_id*! started_on*! body ended_on school_code nominated_by filed_on""",
                """
                school_resource: school_code*! school_year*! stage*! students teachers qualified_teachers
                 backbone_teachers arts_sports_teachers intermediate_title_teachers senior_posts posts_quota recruits
                 teaching_area indoor_sports_area sports_area equipment_value multimedia_rooms computers books""",
                """
                ledger: entry_id*! authority_code group_code school_code other_school_code person_id other_person_id kind
                 item held_on until school_year value value2 unit bound level grade status document_no""",
                """
                published_figure: figure_id*! district_code* item as_of value unit bound source quote"""
            })
    void holdsEveryPromisedColumn(String promised) {
        String[] words = promised.split(":?\\s+", -1);
        Contract contract = Contracts.of(words[0]);
        List<String> columns = new ArrayList<>(List.of(words).subList(1, words.length));
        columns.add("origin");

        assertThat(contract.columns())
                .extracting(column -> column.name()
                        + (column.required() ? "*" : "")
                        + (contract.key().contains(column.name()) ? "!" : ""))
                .containsExactlyElementsOf(columns);
    }

    @Test
    void saysWhatACorrectedFileReplaces() {
        assertThat(Contracts.all())
                .filteredOn(contract -> !contract.replacesBy().equals(contract.key()))
                .extracting(contract -> contract.dataset() + " by " + String.join(", ", contract.replacesBy()))
                .containsExactlyInAnyOrder(
                        "exam_score by exam_code, subject, school_code",
                        "enrollment by school_code, school_year",
                        "teacher_roll by school_code, school_year",
                        "class_roll by school_code, school_year",
                        "student_roll by school_code, school_year",
                        "group_membership by as_of");
    }

    @Test
    void tellsEveryColumnInChineseAndEnglish() {
        for (Contract contract : Contracts.all()) {
            for (Column column : contract.columns()) {
                assertThat(column.chineseName()).containsPattern(HAN);
                assertThat(column.description())
                        .as(contract.dataset() + "." + column.name())
                        .containsPattern(HAN)
                        .containsPattern(ENGLISH);
            }
        }
    }

    @Test
    void tellsHowToFillEveryColumnInOneShortSentenceOfEachLanguage() {
        for (Contract contract : Contracts.all()) {
            for (Column column : contract.columns()) {
                String place = contract.dataset() + "." + column.name();
                assertThat(column.fill().zh())
                        .as(place)
                        .containsPattern(HAN)
                        .doesNotContain("。")
                        .hasSizeLessThan(80);
                assertThat(column.fill().en())
                        .as(place)
                        .containsPattern("[a-z]{2,}")
                        .doesNotContainPattern(HAN_SENTENCE)
                        .doesNotEndWith(".")
                        .hasSizeLessThan(160);
            }
        }
    }

    @Test
    void knowsEveryColumnByAnotherChineseWordThanItsBusinessName() {
        for (Contract contract : Contracts.all()) {
            for (Column column : contract.columns()) {
                if (!column.name().equals("origin")) {
                    assertThat(column.headerAliases())
                            .as(contract.dataset() + "." + column.name())
                            .anyMatch(alias -> HAN.matcher(alias).find() && !alias.equals(column.chineseName()));
                }
            }
        }
    }

    @Test
    void writesEveryCodeInChinese() {
        for (Contract contract : Contracts.all()) {
            for (Column column : contract.columns()) {
                if (column.codes() != null && !column.name().equals("level")) {
                    column.codes().aliases().forEach((code, written) -> assertThat(written.get(0))
                            .as(contract.dataset() + "." + column.name() + " " + code)
                            .containsPattern(HAN));
                }
            }
        }
    }

    @Test
    void letsNoWordMeanTwoCodes() {
        for (Contract contract : Contracts.all()) {
            for (Column column : contract.columns()) {
                if (column.codes() != null) {
                    List<String> words = new ArrayList<>();
                    column.codes().aliases().forEach((code, written) -> {
                        List<String> ways = new ArrayList<>(written);
                        ways.add(code);
                        ways.stream().map(Words::normal).distinct().forEach(words::add);
                    });
                    assertThat(words)
                            .as(contract.dataset() + "." + column.name())
                            .doesNotHaveDuplicates();
                }
            }
        }
    }
}
