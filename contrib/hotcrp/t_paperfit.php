<?php
// t_paperfit.php -- tests of Paperfit_FormatChecker in HotCRP's own test harness; see "test"

class Paperfit_Tester {
    const RULES = '{"checkers":["Paperfit_FormatChecker"]}';
    const SAMPLES = "/testdata/papers/";

    /** @var Conf */
    public $conf;
    /** @var string of paperfit's repository */
    private $root;
    /** @var string */
    private $paperfit;

    function __construct(Conf $conf) {
        $this->conf = $conf;
        $this->root = dirname(__DIR__, 2);
        $this->paperfit = getenv("PAPERFIT");
        $this->set("{$this->paperfit} check --profile opml20");
    }

    /** Sets what a site does in conf/options.php. */
    private function set($command, $spec = self::RULES, $banal = null) {
        $this->conf->set_opt("banalCommand", $banal ?? "{$this->paperfit} banal -json");
        $this->conf->set_opt("paperfitCommand", $command);
        $this->conf->set_opt("sub_banal", $spec);
        $this->conf->invalidate_caches("options");
    }

    /** Submits a file as an author does.
     * @return DocumentInfo */
    private function submit($file, $field = "submission") {
        $ps = (new PaperStatus($this->conf->root_user()))->set_any_content_file(true);
        $ps->save_paper_json((object) ["id" => 3, $field => (object) ["content_file" => $file, "type" => "application/pdf"]]);
        xassert_paper_status($ps);
        return $this->document($field === "final" ? DTYPE_FINAL : DTYPE_SUBMISSION);
    }

    /** @return DocumentInfo read anew from the database */
    private function document($type = DTYPE_SUBMISSION) {
        return $this->conf->checked_paper_by_id(3)->document($type);
    }

    /** @return CheckFormat */
    private function check(DocumentInfo $doc, $mode = CheckFormat::RUN_IF_NECESSARY) {
        $cf = new CheckFormat($this->conf, $mode);
        $cf->check_document($doc);
        return $cf;
    }

    private function sample($name) {
        return $this->root . self::SAMPLES . $name;
    }

    /** @return list<array{?string,int,string}> */
    static private function told(CheckFormat $cf) {
        return array_map(function ($mi) { return [$mi->field, $mi->status, $mi->message_as(0)]; }, $cf->message_list());
    }

    function test_a_finding_has_its_page_and_remedy() {
        $told = self::told($this->check($this->submit($this->sample("bad-figure-block.pdf"))));
        xassert_eqq(count($told), 2);
        xassert_eqq(array_slice($told[0], 0, 2), ["figure-block", MessageSet::ERROR]);
        xassert(str_starts_with($told[0][2], "Page "));
        xassert_eqq(array_slice($told[1], 0, 2), ["figure-block", MessageSet::INFORM]);
        xassert_str_contains($told[1][2], "columnwidth");
    }

    function test_a_good_paper_has_no_problem() {
        $cf = $this->check($this->submit($this->sample("ok-plain.pdf")));
        xassert($cf->check_ok() && !$cf->has_problem());
    }

    function test_findings_are_kept_with_the_document() {
        $this->check($this->submit($this->sample("bad-figure-block.pdf")));
        $runs = CheckFormat::$runcount;
        $cf = $this->check($this->document(), CheckFormat::RUN_NEVER);
        xassert_eqq(join(" ", $cf->problem_fields()), "figure-block");
        xassert($cf->check_ok() && !$cf->need_recheck());
        $this->check($this->document());
        xassert_eqq(CheckFormat::$runcount, $runs);
        xassert_search($this->conf->root_user(), "3 pdf:figure-block", "3");
        xassert_search($this->conf->root_user(), "3 pdf:textblock", "");
        xassert_eqq(array_keys((array) $this->document()->metadata()), ["paperfit", "banal"]);
    }

    function test_another_profile_asks_for_a_new_check() {
        $this->set("{$this->paperfit} check --profile opml20-talk");
        $cf = $this->check($this->document(), CheckFormat::RUN_NEVER);
        xassert(!$cf->check_ok() && $cf->need_recheck());
        $cf = $this->check($this->document());
        xassert($cf->check_ok() && $cf->run_attempted());
        $this->set("{$this->paperfit} check --profile opml20");
    }

    function test_classes_have_profiles() {
        $file = $this->sample("bad-figure-block.pdf");
        $this->set(["" => "{$this->paperfit} check --profile letter;60", "early" => "{$this->paperfit} check --profile opml20"]);
        xassert(!$this->check($this->submit($file))->has_problem());
        $this->conf->save_refresh_setting("submission_rounds", 1, '[{"tag":"early"}]');
        $this->conf->qe("insert into PaperTag set paperId=3, tag='early', tagIndex=0");
        xassert_eqq(join(" ", $this->check($this->document())->problem_fields()), "figure-block");
        $this->conf->qe("delete from PaperTag where paperId=3 and tag='early'");
        $this->conf->save_refresh_setting("submission_rounds", null);
        $this->set("{$this->paperfit} check --profile opml20");
    }

    /** Accepts paper 3, so that it may have a final version, or takes that back. */
    private function accept($yes) {
        $this->conf->qe("update Paper set outcome=? where paperId=3", $yes ? 1 : 0);
        foreach (["final_open", "au_seedec"] as $setting) {
            $this->conf->save_refresh_setting($setting, $yes ? 1 : null);
        }
    }

    function test_final_versions_have_a_format_of_their_own() {
        $this->accept(true);
        $this->set(["" => "{$this->paperfit} check --profile letter;60", "final" => "{$this->paperfit} check --profile opml20"]);
        $file = $this->sample("bad-figure-block.pdf");
        $final = $this->submit($file, "final");
        xassert_eqq($this->check($final)->problem_fields(), []); // no format is set for them
        $this->conf->set_opt("sub_banal_m1", self::RULES);
        $this->conf->invalidate_caches("options");
        $cf = $this->check($this->document(DTYPE_FINAL));
        xassert_eqq(join(" ", $cf->problem_fields()), "figure-block");
        xassert($cf->has_error_at("figure-block"));
        xassert_eqq(join(" ", $this->check($this->document(DTYPE_FINAL), CheckFormat::RUN_NEVER)->problem_fields()), "figure-block");
        xassert(!$this->check($this->submit($file))->has_problem()); // the same file as a submission
        xassert(!$this->check($this->submit($this->sample("ok-plain.pdf"), "final"))->has_problem());
    }

    function test_final_versions_without_a_profile_have_their_own_limits() {
        $this->set("{$this->paperfit} check", 'letter;60;;;;;1;{"checkers":["Paperfit_FormatChecker"]}');
        $this->conf->set_opt("sub_banal_m1", 'letter;2;2;7in x 9in;10;12;1;{"checkers":["Paperfit_FormatChecker"]}');
        $this->conf->invalidate_caches("options");
        $file = $this->sample("bad-columns.pdf");
        xassert_eqq(join(" ", $this->check($this->submit($file, "final"))->problem_fields()), "columns");
        xassert_eqq($this->check($this->submit($file))->problem_fields(), []);
        $this->conf->set_opt("sub_banal_m1", null);
        $this->set("{$this->paperfit} check --profile opml20");
        $this->conf->qe("update Paper set finalPaperStorageId=0 where paperId=3");
        $this->accept(false);
    }

    function test_without_a_profile_the_chairs_limits_hold() {
        $this->set("{$this->paperfit} check", 'letter;2;2;7in x 9in;10;12;1;{"noappendix":"1","checkers":["Paperfit_FormatChecker"]}');
        $cf = $this->check($this->submit($this->sample("bad-columns.pdf")));
        xassert_eqq(join(" ", $cf->problem_fields()), "columns");
        xassert_eqq(array_column(self::told($cf), 1), [MessageSet::ERROR, MessageSet::INFORM, MessageSet::WARNING]); // ours, its remedy, HotCRP's
        xassert(str_starts_with(self::told($cf)[0][2], "Pages 1–2: "));
        $this->set("{$this->paperfit} check --profile opml20");
    }

    function test_reasons_of_failure_are_true() {
        foreach (["user-password.pdf" => "password", "truncated.pdf" => "damaged beyond repair", "zero-pages.pdf" => "no pages"] as $name => $reason) {
            $doc = $this->submit("{$this->root}/testdata/bad/{$name}");
            foreach (["{$this->paperfit} banal -json", "/bin/false"] as $banal) {
                $this->set("{$this->paperfit} check --profile opml20", self::RULES, $banal);
                $cf = $this->check($doc);
                xassert($cf->has_error_at("error"));
                xassert_str_contains($cf->full_feedback_text(), $reason);
                xassert_str_contains($cf->full_feedback_text(), $reason === "password" ? "Save the paper without" : "Make the PDF again");
                xassert_eqq(strpos($cf->full_feedback_text(), "corrupt") !== false, $banal === "/bin/false");
            }
        }
        $this->set("{$this->paperfit} check --profile opml20");
    }

    /** A file that held banal up to its deadline is not read again. */
    function test_a_slow_file_is_read_once() {
        $this->conf->set_opt("paperfitDeadline", 0.001);
        $doc = $this->submit("{$this->root}/testdata/bad/zero-pages.pdf");
        $doc->set_prop("paperfit", null); // of an earlier test
        $cf = $this->check($doc);
        xassert_eqq(array_column(self::told($cf), 1), [MessageSet::ERROR]);
        xassert_str_contains($cf->full_feedback_text(), "no pages");
        xassert($cf->check_ok() && !$this->check($this->document(), CheckFormat::RUN_NEVER)->need_recheck());
        $this->conf->set_opt("paperfitDeadline", null);
    }

    /** A kilobyte that becomes 88 MB. */
    function test_a_bomb_is_told_from_a_paper() {
        $file = tempnam(sys_get_temp_dir(), "paperfit");
        $deflate = deflate_init(ZLIB_ENCODING_DEFLATE);
        for ($lines = "", $i = 0; $i !== 100; ++$i) {
            $lines .= deflate_add($deflate, str_repeat("q 0 0 m 100 100 l S Q\n", 40000), $i === 99 ? ZLIB_FINISH : ZLIB_NO_FLUSH);
        }
        $lines = gzcompress($lines, 9);
        file_put_contents($file, "%PDF-1.5\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Count 1/Kids[3 0 R]>> endobj\n"
            . "3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<<>>/Contents 4 0 R>> endobj\n"
            . "4 0 obj <</Length " . strlen($lines) . "/Filter[/FlateDecode/FlateDecode]>> stream\n{$lines}\nendstream endobj\ntrailer <</Root 1 0 R>>\n");
        $cf = $this->check($this->submit($file));
        unlink($file);
        xassert_eqq($cf->problem_fields(), ["error"]);
        xassert_str_contains($cf->full_feedback_text(), "limit");
        xassert($cf->check_ok() && !$this->check($this->document(), CheckFormat::RUN_NEVER)->need_recheck());
    }

    /** Programs that hang, hang after closing their output, never stop writing, fail, or are missing. */
    function test_no_program_holds_a_request() {
        $doc = $this->submit($this->sample("ok-plain.pdf"));
        foreach (["exec sleep 600" => "took too long", "exec >&- 2>&-; exec sleep 600" => "took too long",
                  "exec yes" => "too long", "echo broken >&2; exit 2" => "broken", "exit 0" => "no report"] as $script => $reason) {
            $program = tempnam(sys_get_temp_dir(), "paperfit");
            file_put_contents($program, "#!/bin/sh\n{$script}\n");
            chmod($program, 0700);
            $this->is_unmeasured("{$program} --profile x", $reason);
            unlink($program);
        }
        $this->is_unmeasured("/nonexistent/paperfit --profile x", "no report");
        $this->is_unmeasured("{$this->paperfit} check --profile nonesuch27", "unknown profile");
        $this->set("{$this->paperfit} check --profile opml20");
    }

    /** What failed is told, is no fault of the paper, and is tried again. */
    private function is_unmeasured($command, $reason) {
        $this->set($command);
        $this->conf->set_opt("paperfitDeadline", $reason === "took too long" ? 1 : null);
        ini_set("error_log", "/dev/null");
        $cf = $this->check($this->document());
        ini_restore("error_log");
        $this->conf->set_opt("paperfitDeadline", null);
        xassert_eqq($cf->problem_fields(), ["unmeasured"]);
        xassert(!$cf->has_error());
        xassert_str_contains($cf->full_feedback_text(), $reason);
        xassert(!isset($this->document()->metadata()->paperfit));
        xassert($this->check($this->document(), CheckFormat::RUN_NEVER)->need_recheck());
    }
}
