-- A small county of made-up rows: three groups (one narrows, one cannot be judged, one is withheld), one exam, two years.
insert into dim_district (district_code, name, parent_code, level, origin) values
    ('990100', '甲县', null, 'county', 'synthetic'),
    ('990200', '乙县', null, 'county', 'reported');
insert into dim_group (group_code, name, authority_code, kind, founded_on, origin) values
    ('G1', '<script>alert(1)</script>&教育集团', '990100', 'education_group', date '2022-08-12', 'synthetic'),
    ('G2', '=HYPERLINK("x")集团', '990100', 'education_group', date '2022-08-12', 'synthetic'),
    ('G3', '𠮷祥小学集团', '990100', 'education_group', date '2022-08-12', 'synthetic');
insert into dim_school (school_code, name, district_code, authority_code, origin) values
    ('S1', '第一中学 & 附中', '990100', '990100', 'synthetic'),
    ('S2', '第二中学', '990100', '990100', 'synthetic'),
    ('S4', '第四小学', '990100', '990100', 'synthetic');
insert into dim_membership (group_code, school_code, role, joined_on, origin) values
    ('G1', 'S4', 'member', date '2024-10-08', 'synthetic'),
    ('G1', 'S1', 'lead', date '2022-08-12', 'synthetic'),
    ('G1', 'S2', 'member', date '2022-08-12', 'synthetic');
insert into dim_exam (exam_code, district_code, series, school_year, kind, stage, grade, held_on) values
    ('J9-2024', '990100', 'J9', 2024, 'graduation', 'J', '9', date '2025-06-13');
insert into rel_metric_value (metric_id, measure, variant, district_code, group_code, school_year, base_year, exam_code, stage, grade,
    subject, value, ci_lo, ci_hi, ci_frame, n, k, flag, verdict, origin) values
    ('GAP-08b', 'gap', 'education_group', '990100', 'G1', 2024, null, 'J9-2024', 'J', '9', 'total', 0.4215, 0.25, 0.59, 'census', 1479, 3, 'OK', null, 'synthetic'),
    ('GAP-08b', 'gap', 'education_group', '990100', 'G2', 2024, null, 'J9-2024', 'J', '9', 'total', null, null, null, 'census', null, null, 'BASE_MISSING', null, 'synthetic'),
    ('EXM-01', 'mean', '', '990100', '', 2024, null, 'J9-2024', 'J', '9', 'total', null, null, null, '', null, null, 'SUPPRESSED', null, 'synthetic'),
    ('GAP-16', 'signed_base', 'education_group/GAP-11/base_founding', '990100', '', 2024, 2021, 'J9-2024', 'J', '9', 'total', 0.1731, null, null, 'schools', 3297, 24, 'OK', null, 'synthetic'),
    ('GAP-16', 'signed_now', 'education_group/GAP-11/base_founding', '990100', '', 2024, 2021, 'J9-2024', 'J', '9', 'total', 0.0949, null, null, 'schools', 3297, 24, 'OK', null, 'synthetic'),
    ('GAP-16', 'change', 'education_group/GAP-11/base_founding', '990100', '', 2024, 2021, 'J9-2024', 'J', '9', 'total', -0.0782, -0.0914, -0.0253, 'schools', 3297, 24, 'OK', 'NARROWED', 'synthetic'),
    ('GAP-16', 'signed_now', 'education_group/GAP-11/base_founding/adjusted', '990100', '', 2024, 2021, 'J9-2024', 'J', '9', 'total', 0.0712, null, null, 'schools', 3011, 23, 'OK', null, 'synthetic'),
    ('GAP-16', 'change', 'education_group/GAP-11/base_founding/adjusted', '990100', '', 2024, 2021, 'J9-2024', 'J', '9', 'total', -0.0127, -0.0463, 0.0208, 'schools', 3011, 23, 'OK', 'NO_DETECTABLE_CHANGE', 'synthetic'),
    ('GAP-16', 'signed_base', 'education_group/GAP-01/base_founding', '990100', '', 2024, 2021, 'J9-2024', 'J', '9', 'total', 0.0644, null, null, 'schools', 3297, 24, 'OK', null, 'synthetic'),
    ('GAP-16', 'signed_now', 'education_group/GAP-01/base_founding', '990100', '', 2024, 2021, 'J9-2024', 'J', '9', 'total', 0.0611, null, null, 'schools', 3297, 24, 'OK', null, 'synthetic'),
    ('GAP-16', 'change', 'education_group/GAP-01/base_founding', '990100', '', 2024, 2021, 'J9-2024', 'J', '9', 'total', -0.0033, -0.0155, 0.0087, 'schools', 3297, 24, 'OK', 'NO_DETECTABLE_CHANGE', 'synthetic');
insert into mart_gap_change (school_year, district_code, district_name, group_code, group_name, exam_code, exam_kind, stage, grade, subject,
    gap, is_headline, base, base_year, gap_base, gap_now, change, change_lo, change_hi, verdict, schools_lo, schools_hi, schools_verdict,
    mover, n, k, left_out_units, left_out_students, flag, origin, adjusted_change, adjusted_lo, adjusted_hi, adjusted_verdict,
    adjusted_schools_verdict, adjusted_n, adjusted_k, adjusted_flag) values
    (2024, '990100', '甲县', 'G1', '<script>alert(1)</script>&教育集团', 'J9-2024', 'graduation', 'J', '9', 'total',
        'GAP-08b', true, 'founding', 2021, 0.8435, 0.4215, -0.4219, -0.6580, -0.1860, 'NARROWED', -1.0139, 0.1704, 'NO_DETECTABLE_CHANGE',
        'MEMBER_ROSE', 1479, 3, 1, 57, 'OK', 'synthetic', -0.3141, -0.5772, -0.0511, 'NARROWED', 'NO_DETECTABLE_CHANGE', 1399, 3, 'OK'),
    (2024, '990100', '甲县', 'G1', '<script>alert(1)</script>&教育集团', 'J9-2024', 'graduation', 'J', '9', 'math',
        'GAP-08b', true, 'founding', 2021, 0.7032, 0.7019, -0.0013, -0.2625, 0.2597, 'NO_DETECTABLE_CHANGE', null, null, 'NOT_JUDGED',
        'NO_DETECTABLE_CHANGE', 1466, 3, 0, 0, 'OK', 'synthetic', 0.2718, 0.0102, 0.5334, 'WIDENED', 'NOT_JUDGED', 1212, 2, 'OK'),
    (2024, '990100', '甲县', 'G1', '<script>alert(1)</script>&教育集团', 'J9-2024', 'graduation', 'J', '9', 'physics',
        'GAP-08b', true, 'founding', 2021, 0.5512, 0.4407, -0.1105, -0.3724, 0.1514, 'NO_DETECTABLE_CHANGE', null, null, 'NOT_JUDGED',
        'NO_DETECTABLE_CHANGE', 1466, 3, 0, 0, 'OK', 'synthetic', null, null, null, 'NOT_JUDGED', 'NOT_JUDGED', null, null,
        'SCALE_CHANGED'),
    (2024, '990100', '甲县', 'G2', '=HYPERLINK("x")集团', 'J9-2024', 'graduation', 'J', '9', 'total',
        'GAP-08b', true, 'founding', 2021, null, null, null, null, null, 'NOT_JUDGED', null, null, 'NOT_JUDGED',
        'NOT_JUDGED', null, null, 0, 0, 'BASE_MISSING', 'synthetic', null, null, null, 'NOT_JUDGED', 'NOT_JUDGED', null, null,
        'BASE_MISSING'),
    (2024, '990100', '甲县', 'G3', '𠮷祥小学集团', 'J9-2024', 'graduation', 'J', '9', 'total',
        'GAP-08c', true, 'founding', 2021, null, null, null, null, null, 'NOT_JUDGED', null, null, 'NOT_JUDGED',
        'NOT_JUDGED', null, null, null, null, 'SUPPRESSED', 'synthetic', null, null, null, 'NOT_JUDGED', 'NOT_JUDGED', null, null,
        'SUPPRESSED');
insert into mart_gap_band (school_year, district_code, group_code, group_name, exam_kind, stage, grade, subject, gap, is_headline, part,
    value, n, k, origin) values
    (2023, '990100', 'G1', '<script>alert(1)</script>&教育集团', 'graduation', 'J', '9', 'total', 'GAP-08b', true, 'point', 0.6123, 1501, 3, 'synthetic'),
    (2023, '990100', 'G1', '<script>alert(1)</script>&教育集团', 'graduation', 'J', '9', 'total', 'GAP-08b', true, 'lower', 0.4417, 1501, 3, 'synthetic'),
    (2023, '990100', 'G1', '<script>alert(1)</script>&教育集团', 'graduation', 'J', '9', 'total', 'GAP-08b', true, 'upper', 0.7829, 1501, 3, 'synthetic'),
    (2024, '990100', 'G1', '<script>alert(1)</script>&教育集团', 'graduation', 'J', '9', 'total', 'GAP-08b', true, 'point', 0.4215, 1479, 3, 'synthetic'),
    (2024, '990100', 'G1', '<script>alert(1)</script>&教育集团', 'graduation', 'J', '9', 'total', 'GAP-08b', true, 'lower', 0.2533, 1479, 3, 'synthetic'),
    (2024, '990100', 'G1', '<script>alert(1)</script>&教育集团', 'graduation', 'J', '9', 'total', 'GAP-08b', true, 'upper', 0.5897, 1479, 3, 'synthetic');
insert into mart_gap_score (school_year, district_code, group_code, group_name, school_code, school_name, side, exam_code, exam_kind, stage,
    grade, subject, is_headline, period, value, n, k, flag, origin) values
    (2021, '990100', 'G1', '<script>alert(1)</script>&教育集团', 'S1', '第一中学 & 附中', 'lead', 'J9-2021', 'graduation', 'J', '9', 'total', true, 'BASE', 512.34, 411, 1, 'OK', 'synthetic'),
    (2024, '990100', 'G1', '<script>alert(1)</script>&教育集团', 'S1', '第一中学 & 附中', 'lead', 'J9-2024', 'graduation', 'J', '9', 'total', true, 'LATEST', 498.76, 402, 1, 'OK', 'synthetic'),
    (2024, '990100', 'G1', '<script>alert(1)</script>&教育集团', 'S2', '第二中学', 'member', 'J9-2024', 'graduation', 'J', '9', 'total', true, 'LATEST', null, null, 1, 'SUPPRESSED', 'synthetic'),
    (2024, '990100', 'G1', '<script>alert(1)</script>&教育集团', '', '全区', 'district', 'J9-2024', 'graduation', 'J', '9', 'total', true, 'LATEST', 455.12, 3297, 24, 'OK', 'synthetic');
insert into mart_gap_rate (school_year, district_code, group_code, group_name, side, exam_code, exam_kind, stage, grade, subject, is_headline,
    rate, value, ci_lo, ci_hi, n, k, flag, origin) values
    (2024, '990100', 'G1', '<script>alert(1)</script>&教育集团', 'lead', 'J9-2024', 'graduation', 'J', '9', 'total', true, 'passed', 0.8123, 0.7711, 0.8479, 402, 1, 'OK', 'synthetic'),
    (2024, '990100', 'G1', '<script>alert(1)</script>&教育集团', 'member', 'J9-2024', 'graduation', 'J', '9', 'total', true, 'passed', 0.6945, 0.6644, 0.7231, 1077, 2, 'OK', 'synthetic');
insert into mart_enrollment (school_year, district_code, district_name, grain, group_code, group_name, stage, intake, intake_flag, base_year,
    growth, growth_lo, growth_hi, growth_flag, share_shift, share_shift_flag, origin) values
    (2024, '990100', '甲县', 'district', '', null, 'J', 12345, 'OK', 2021, -0.0321, -0.0512, -0.0127, 'OK', null, 'OK', 'synthetic'),
    (2024, '990100', '甲县', 'member', 'G1', '<script>alert(1)</script>&教育集团', 'J', 678, 'OK', 2021, 0.1234, 0.0417, 0.2098, 'OK', 0.0156, 'OK', 'synthetic'),
    (2024, '990100', '甲县', 'lead', 'G3', '𠮷祥小学集团', 'J', null, 'SUPPRESSED', 2021, null, null, null, 'SUPPRESSED', null, 'SUPPRESSED', 'synthetic');
insert into mart_exchange (school_year, district_code, district_name, grain, group_code, group_name, stage, rate, rate_lo, rate_hi, eligible,
    rate_flag, backbone_share, backbone_lo, backbone_hi, exchanged, backbone_flag, origin) values
    (2024, '990100', '甲县', 'district', '', null, '', 0.0929, 0.0763, 0.1128, 1979, 'OK', 0.2857, 0.2031, 0.3857, 184, 'OK', 'synthetic'),
    (2024, '990200', '乙县', 'district', '', null, '', 0.1129, 0.0963, 0.1328, 979, 'OK', 0.1857, 0.1031, 0.2857, 91, 'OK', 'reported');
insert into rel_policy_check (rule_id, district_code, group_code, school_code, school_year, stage, result, hardness, metric_id, value,
    threshold, n, evidence, flag, origin) values
    ('CN-R1', '990100', '', '', 2024, 'J', 'FAIL', 'hard', 'TCH-01', 0.0911, 0.1, 1544, '{}', 'OK', 'synthetic'),
    ('A1-G4', '990100', '', '', 2024, 'J', 'UNKNOWN', 'hard', '', null, null, null, '[]', 'OK', 'synthetic'),
    ('XX-MEMBERS', '990100', 'G1', '', 2024, '', 'PASS', 'soft', '', 3, 5, null, '[{"group_code":"G1","school_code":"S2","school_year":2024,"started_on":"2022-09-01","ended_on":""},{"school_code":"S3"}]', 'OK', 'synthetic'),
    ('XX-PLAN', '990100', 'G1', '', 2024, '', 'FAIL', 'planned', '', null, null, null, '[{"district_code":"990100","measure":"rate","stage":"J","held_on":"2024-10-01"}]', 'OK', 'synthetic'),
    ('CN-R3', '990100', '', 'S1', 2024, '', 'FAIL', 'hard', '', null, null, null, '[]', 'OK', 'synthetic'),
    ('CN-R3', '990100', '', 'S2', 2024, '', 'PASS', 'hard', '', null, null, null, '[]', 'OK', 'synthetic'),
    ('CN-R3', '990100', '', 'S3', 2024, '', 'NA', 'hard', '', null, null, null, '[]', 'OK', 'synthetic');
insert into mart_assessment (school_year, district_code, group_code, group_name, scheme_id, scheme_version, score, score_coverage, score_flag,
    node_id, node_kind, position, node_name, weight, metric_id, value, normalised, contribution, flag, origin, score_marks_zh, rank, ranked_groups,
    rank_median, rank_p05, rank_p95, top_places, p_top, indistinct_groups, indistinct_names, rank_flag, rank_flag_zh) values
    (2024, '990100', 'G1', '<script>alert(1)</script>&教育集团', 'demo-2024', 1, 71.27, 0.9, 'OK', 'N1', 'leaf', 1, '校际差距缩小', 0.4, 'GAP-16', 0.5002, 83.4, 33.36, 'OK', 'synthetic', '等权假定、目标值暂定', 1, 5, 1.5, 1, 3.5, 3, 0.8745, 3, '东风集团、西关集团', 'OK', '正常'),
    (2024, '990100', 'G1', '<script>alert(1)</script>&教育集团', 'demo-2024', 1, 71.27, 0.9, 'OK', 'A1', 'adjustment', 2, '加分', null, null, 0, null, 0, 'OK', 'synthetic', '等权假定、目标值暂定', 1, 5, 1.5, 1, 3.5, 3, 0.8745, 3, '东风集团、西关集团', 'OK', '正常'),
    (2024, '990100', 'G3', '𠮷祥小学集团', 'demo-2024', 1, null, 0.9, 'SUPPRESSED', 'N1', 'leaf', 1, '校际差距缩小', 0.4, 'GAP-16', null, null, null, 'SUPPRESSED', 'synthetic', '', null, 5, null, null, null, 3, null, null, null, 'SUPPRESSED', '按公开规则隐去'),
    (2024, '990100', 'G2', '=HYPERLINK("x")集团', 'linyi-draft', 1, 65.43, 1, 'OK', 'LY1', 'leaf', 1, '核心学校支持力度', 1, 'TCH-04o', 0.0654, 65.4, 65.4, 'OK', 'synthetic', '预览（方案尚未施行）、方案未定稿', 1, 1, 1, 1, 1, 1, 1, 0, '', 'K_TOO_SMALL', '学校数太少');
insert into rel_assessment_score (scheme_id, scheme_version, district_code, group_code, school_code, school_year, counted_units, waiting_units, marks) values
    ('demo-2024', 1, '990100', 'G1', '', 2024, 2, 1, 'equal_assumed,placeholder'),
    ('linyi-draft', 1, '990100', 'G2', '', 2024, 0, 3, 'planned,draft');
insert into rel_assessment_indicator (scheme_id, scheme_version, district_code, group_code, school_code, school_year, node_id, variant, marks) values
    ('demo-2024', 1, '990100', 'G1', '', 2024, 'N1', 'education_group/GAP-08b/base_founding', 'equal_assumed,placeholder');
insert into rel_published_check (figure_id, district_code, item, as_of, value, unit, bound, quote, computed, result, contradiction_zh, contradiction_en, origin) values
    ('F-1', '990100', '教育集团数', date '2024-10-01', 3, '个', 'exact', '共有3个教育集团', 3, 'AGREES', '', '', 'synthetic'),
    ('F-2', '990100', '培训人次', date '2025-06-30', 1000, '人次', 'at_least', '培训1000余人次', 980.5, 'DIFFERS', '', '', 'synthetic'),
    ('F-3', '990100', '学校总数', date '2025-06-30', 85, '所', 'exact', '全县85所学校', 124, 'INCONSISTENT_SOURCE', '分校已有 85 所', '85 are the branches alone', 'synthetic'),
    ('F-6', '990200', '优秀人数倍数', date '2025-06-30', 2, '倍', 'exact', '优秀人数翻番', null, 'AGREES', '', '', 'reported'),
    ('F-5', '990200', '集团成员校数', date '2025-06-30', 12, '所', 'exact', '12所成员校', 12, 'AGREES', '说明：另一读法为 15 所', 'Note: another reading is 15', 'reported'),
    ('F-4', '990100', '明年计划', date '2025-09-01', 1, '项', 'about', '明年一项', null, 'RECORDED', '', '', 'synthetic');
