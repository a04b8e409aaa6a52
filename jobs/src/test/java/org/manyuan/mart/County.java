package org.manyuan.mart;

/**
 * A county with a graduation exam of three years and a final exam of one. Group G has the lead a and the members b and c, c until it
 * left in March 2024; group H, of the same name, has no lead but the peers p and q. Both were founded in autumn 2022.
 */
final class County {
    private County() {}

    /** The dimensions, and no figure yet. */
    static Released released() {
        return new Released()
                .with("dim_district", """
                        district_code | name
                        D             | 东区
                        """)
                .with("dim_school", """
                        school_code | name | district_code | authority_code
                        a           | 甲校 | D             | D
                        b           | 乙校 | D             | D
                        c           | 丙校 | D             | D
                        p           | 丁校 | D             | D
                        q           | 戊校 | D             | D
                        """)
                .with("dim_group", """
                        group_code | name     | authority_code | kind            | founded_on
                        G          | 阳光集团 | D              | education_group | 2022-09-01
                        H          | 阳光集团 | D              | alliance        | 2022-09-01
                        """)
                .with("dim_membership", """
                        group_code | school_code | role   | joined_on  | left_on
                        G          | a           | lead   | 2022-09-01 | -
                        G          | b           | member | 2022-09-01 | -
                        G          | c           | member | 2022-09-01 | 2024-03-01
                        H          | p           | peer   | 2022-09-01 | -
                        H          | q           | peer   | 2022-09-01 | -
                        """)
                .with("dim_exam", """
                        exam_code | district_code | series | school_year | kind       | stage | grade | held_on
                        j21       | D             | 毕业   | 2021        | graduation | J     | 9     | 2022-06-13
                        j22       | D             | 毕业   | 2022        | graduation | J     | 9     | 2023-06-13
                        j23       | D             | 毕业   | 2023        | graduation | J     | 9     | 2024-06-13
                        j23b      | D             | 毕业   | 2023        | graduation | J     | 9     | 2024-06-20
                        f22       | D             | 期末   | 2022        | final      | J     | 9     | 2023-06-28
                        """);
    }
}
