package org.manyuan.disclosure;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.analysis.UnresolvedInlineTable;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.PlanExpression;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.OneRowRelation;
import org.apache.spark.sql.catalyst.plans.logical.UnresolvedWith;
import scala.Tuple3;
import scala.jdk.javaapi.CollectionConverters;

/** SQL that may read nothing but some public tables, parsed by Spark's own parser and walked through, subqueries and all. */
final class PublicSql {
    /** Functions that reach out of the rows: into Java, files or the session. */
    private static final Set<String> REACHING_OUT = Set.of(
            "reflect",
            "java_method",
            "try_reflect",
            "input_file_name",
            "input_file_block_start",
            "input_file_block_length",
            "current_user",
            "user",
            "session_user",
            "current_catalog",
            "current_database",
            "current_schema");

    private final String name;
    private final Set<String> allowed;

    private PublicSql(String name, Set<String> allowed) {
        this.name = name;
        this.allowed = allowed;
    }

    /**
     * The parsed SQL.
     *
     * @param name of the table that it makes, for messages
     * @param allowed the tables that it may name
     * @throws IllegalArgumentException where it is no query, or names anything else
     */
    static LogicalPlan parse(String name, String sql, Set<String> allowed) {
        Set<String> lowerCase = new TreeSet<>();
        allowed.forEach(table -> lowerCase.add(table.toLowerCase(Locale.ROOT)));
        LogicalPlan plan;
        try {
            plan = read(sql);
        } catch (ParseException e) {
            throw new IllegalArgumentException(name + " cannot be released: its SQL is no query: " + e.getMessage(), e);
        }
        new PublicSql(name, lowerCase).check(plan, Set.of());
        return plan;
    }

    /** Spark throws it without saying so to Java. */
    private static LogicalPlan read(String sql) throws ParseException {
        return new CatalystSqlParser().parsePlan(sql);
    }

    /** @param inScope names of common table expressions that hold here */
    private void check(LogicalPlan plan, Set<String> inScope) {
        Set<String> scope = inScope;
        if (plan instanceof UnresolvedWith with) {
            scope = new HashSet<>(inScope);
            for (Tuple3<String, ?, ?> relation : CollectionConverters.asJava(with.cteRelations())) {
                String own = relation._1().toLowerCase(Locale.ROOT);
                Set<String> before = new HashSet<>(scope);
                if (with.allowRecursion()) {
                    before.add(own);
                }
                check((LogicalPlan) relation._2(), before);
                scope.add(own);
            }
        } else if (plan instanceof UnresolvedRelation relation) {
            checkName(CollectionConverters.asJava(relation.multipartIdentifier()), scope);
        } else if (plan instanceof Command || !isKnownLeaf(plan)) {
            throw refused(plan.nodeName() + " is no public table");
        }
        for (Expression expression : CollectionConverters.asJava(plan.expressions())) {
            check(expression, scope);
        }
        for (LogicalPlan child : CollectionConverters.asJava(plan.children())) {
            check(child, scope);
        }
    }

    private void check(Expression expression, Set<String> scope) {
        if (expression instanceof PlanExpression<?> subquery) {
            check((LogicalPlan) subquery.plan(), scope);
        }
        if (expression instanceof UnresolvedFunction function) {
            List<String> parts = CollectionConverters.asJava(function.nameParts());
            if (parts.size() > 1 || REACHING_OUT.contains(parts.get(0).toLowerCase(Locale.ROOT))) {
                throw refused("the function " + String.join(".", parts) + " reaches out of the rows");
            }
        }
        for (Expression child : CollectionConverters.asJava(expression.children())) {
            check(child, scope);
        }
    }

    private void checkName(List<String> parts, Set<String> scope) {
        String table = String.join(".", parts).toLowerCase(Locale.ROOT);
        if (parts.size() != 1 || !(scope.contains(table) || allowed.contains(table))) {
            throw refused(String.join(".", parts) + " is none of the public tables that it was given: "
                    + String.join(", ", allowed));
        }
    }

    private static boolean isKnownLeaf(LogicalPlan plan) {
        return !plan.children().isEmpty()
                || plan instanceof UnresolvedWith
                || plan instanceof UnresolvedInlineTable
                || plan instanceof LocalRelation
                || plan instanceof OneRowRelation;
    }

    private IllegalArgumentException refused(String why) {
        return new IllegalArgumentException(name + " cannot be released: " + why);
    }
}
