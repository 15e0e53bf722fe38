/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-reads.h"

#include "desk-adjustments.h"
#include "desk-gift-text.h"
#include "desk-intl.h"
#include "desk-night-item.h"

/* The longest list that the line shows under itself. */
#define LINE_ROWS 8

/* What a key asks for is waited for so long, a part of a frame: mostly it is there by then,
 * and painted together with the letter. */
#define LINGER_US (10 * G_TIME_SPAN_MILLISECOND)
#define BILL_LINGER_US (16 * G_TIME_SPAN_MILLISECOND)

/* What any of the jobs below may need to know. */
typedef struct
{
  DeskActor        *actor;
  char             *text;
  guint             limit;
  gint64            stay_id;
  gint64            guest_id;
  DeskAction       *action;
  DeskBill         *bill;
  DeskExplainTopic  topic;
  int               line;
  GStrv             langs;
} Request;

static void
request_free (Request *self)
{
  desk_actor_free (self->actor);
  g_free (self->text);
  g_clear_pointer (&self->action, desk_action_free);
  g_clear_object (&self->bill);
  g_strfreev (self->langs);
  g_free (self);
}

static Request *
request_new (DeskSession *session)
{
  Request *self = g_new0 (Request, 1);

  self->actor = desk_session_new_actor (session);

  return self;
}

/* desk_action_free() and its like, for g_task_return_pointer() */
#define FREE(function) ((GDestroyNotify) (function))

static void
run (DeskSession         *session,
     DeskJob              job,
     GCancellable        *cancellable,
     GAsyncReadyCallback  callback,
     gpointer             user_data)
{
  job.kind = DESK_JOB_READ;
  job.free_data = FREE (request_free);

  desk_worker_run_async (desk_session_get_worker (session), &job, cancellable, callback, user_data);
}

/* A job that each key starts anew. */
static void
run_for_key (DeskSession         *session,
             DeskJob              job,
             GCancellable        *cancellable,
             GAsyncReadyCallback  callback,
             gpointer             user_data)
{
  run (session, job, cancellable, callback, user_data);
  desk_worker_linger (desk_session_get_worker (session), LINGER_US);
}

void
desk_planned_free (DeskPlanned *self)
{
  g_clear_pointer (&self->plan, desk_plan_free);
  g_clear_pointer (&self->property, desk_property_unref);
  g_free (self->key);
  g_free (self->sentence);
  g_free (self->done);
  g_strfreev (self->warnings);
  g_strfreev (self->refused);
  g_strfreev (self->benefits);
  g_strfreev (self->counts);
  g_free (self->room);
  g_free (self);
}

void
desk_said_free (DeskSaid *self)
{
  g_free (self->lang);
  g_free (self->sentence);
  g_free (self->arithmetic);
  g_free (self->record);
  g_free (self);
}

void
desk_typed_free (DeskTyped *self)
{
  g_clear_pointer (&self->line, desk_line_free);
  g_free (self->echo);
  g_clear_pointer (&self->tokens, g_array_unref);
  g_clear_error (&self->problem);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self->nearest);
  g_clear_pointer (&self->planned, desk_planned_free);
  g_clear_pointer (&self->said, g_ptr_array_unref);
  g_free (self);
}

static GStrv
render_all (const GPtrArray    *messages,
            const DeskProperty *property)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();

  for (guint i = 0; i < messages->len; i++)
    {
      g_autofree char *text = desk_message_render (messages->pdata[i], desk_app_get_catalog (),
                                                   property);

      g_strv_builder_add (texts, text);
    }

  return g_strv_builder_end (texts);
}

static char *
render (const DeskMessage  *message,
        const DeskProperty *property)
{
  return message != NULL ? desk_message_render (message, desk_app_get_catalog (), property) : NULL;
}

/**
 * desk_planned_new:
 * @house: a house
 * @actor: who would do it
 * @action: what
 * @error: return location for a #GError
 *
 * Plans on the worker's thread.
 *
 * Returns: (transfer full) (nullable): the plan with its words, or %NULL
 */
DeskPlanned *
desk_planned_new (DeskHouse         *house,
                  const DeskActor   *actor,
                  const DeskAction  *action,
                  GError           **error)
{
  g_autoptr (DeskPlanned) planned = g_new0 (DeskPlanned, 1);
  DeskContext context;

  desk_actor_fill_context (actor, &context);
  planned->plan = desk_action_plan (house, &context, action, error);
  if (planned->plan == NULL)
    return NULL;

  planned->property = desk_property_ref ((DeskProperty *) desk_house_get_property (house));
  planned->key = desk_action_new_key (&context);
  planned->sentence = render (planned->plan->sentence, planned->property);
  planned->done = render (desk_plan_get_done (planned->plan), planned->property);
  planned->warnings = render_all (planned->plan->warnings, planned->property);
  planned->refused = render_all (planned->plan->refused, planned->property);
  planned->benefits = desk_gift_list_benefits (house, planned->plan);
  planned->counts = desk_gift_list_counts (planned->property, planned->plan);

  return g_steal_pointer (&planned);
}

static DeskSaid *
say (DeskHouse       *house,
     const DeskActor *actor,
     DeskExplanation *explanation,
     const char      *lang)
{
  const DeskCatalog *catalog = desk_catalog_get (lang);
  DeskSaid *said = g_new0 (DeskSaid, 1);

  said->lang = g_strdup (desk_catalog_get_language (catalog));
  said->sentence = desk_explanation_render (explanation, house, catalog, DESK_EXPLAIN_SENTENCE);
  said->arithmetic = desk_explanation_render (explanation, house, catalog,
                                              DESK_EXPLAIN_ARITHMETIC);

  /* What may not be seen is not read either. */
  if (desk_role_may (actor->role, DESK_RIGHT_FULL_RECORD))
    said->record = desk_explanation_render (explanation, house, catalog, DESK_EXPLAIN_RECORD);

  return said;
}

void
desk_found_free (DeskFound *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self->nearest);
  g_free (self);
}

/* The stays that a text finds; where there are none, whose name is nearest to it. */
static GPtrArray *
find (DeskHouse   *house,
      const char  *text,
      guint        limit,
      gboolean    *more,
      char       **nearest,
      GError     **error)
{
  g_autoptr (GPtrArray) rows = desk_find (house, text, limit, more, error);
  g_autoptr (DeskMessage) message = NULL;

  if (rows == NULL || (rows->len == 0 && !desk_find_nearest (house, text, &message, error)))
    return NULL;

  if (message != NULL)
    *nearest = desk_message_render (message, desk_app_get_catalog (),
                                    desk_house_get_property (house));

  return g_steal_pointer (&rows);
}

static gpointer
find_job (DeskHouse     *house,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  const Request *request = data;
  g_autoptr (DeskFound) found = g_new0 (DeskFound, 1);

  found->rows = find (house, request->text, request->limit, &found->more, &found->nearest, error);
  return found->rows != NULL ? g_steal_pointer (&found) : NULL;
}

void
desk_read_find (DeskSession         *session,
                const char          *text,
                guint                limit,
                GCancellable        *cancellable,
                GAsyncReadyCallback  callback,
                gpointer             user_data)
{
  Request *request = request_new (session);

  request->text = g_strdup (text);
  request->limit = limit;
  run_for_key (session, (DeskJob) { .func = find_job, .data = request,
                                    .free_result = FREE (desk_found_free) },
               cancellable, callback, user_data);
}

static gpointer
today_job (DeskHouse     *house,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  const Request *request = data;
  DeskContext context;

  desk_actor_fill_context (request->actor, &context);
  return desk_today_load (house, &context, error);
}

void
desk_read_today (DeskSession         *session,
                 GCancellable        *cancellable,
                 GAsyncReadyCallback  callback,
                 gpointer             user_data)
{
  run (session, (DeskJob) { .func = today_job, .data = request_new (session),
                            .free_result = FREE (desk_today_free) },
       cancellable, callback, user_data);
}

static gpointer
guest_job (DeskHouse     *house,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  const Request *request = data;

  return desk_guest_view_load (house, request->guest_id, error);
}

void
desk_read_guest (DeskSession         *session,
                 gint64               guest_id,
                 GCancellable        *cancellable,
                 GAsyncReadyCallback  callback,
                 gpointer             user_data)
{
  Request *request = request_new (session);

  request->guest_id = guest_id;
  run (session, (DeskJob) { .func = guest_job, .data = request,
                            .free_result = FREE (desk_guest_view_free) },
       cancellable, callback, user_data);
}

static DeskBill *
load_bill (DeskHouse  *house,
           gint64      stay_id,
           GError    **error)
{
  g_autoptr (DeskStayView) stay = desk_stay_view_load (house, stay_id, error);
  g_autoptr (DeskFolioView) folio = NULL;
  GPtrArray *spots;

  if (stay == NULL)
    return NULL;

  folio = desk_folio_view_load (house, stay_id, error);
  if (folio == NULL)
    return NULL;

  spots = desk_radar_load (house, stay, folio, error);
  if (spots == NULL)
    return NULL;

  return desk_bill_new ((DeskProperty *) desk_house_get_property (house), g_steal_pointer (&stay),
                        g_steal_pointer (&folio), spots);
}

static gpointer
bill_job (DeskHouse     *house,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  const Request *request = data;

  return load_bill (house, request->stay_id, error);
}

void
desk_read_bill (DeskSession         *session,
                gint64               stay_id,
                GCancellable        *cancellable,
                GAsyncReadyCallback  callback,
                gpointer             user_data)
{
  Request *request = request_new (session);

  request->stay_id = stay_id;
  run (session, (DeskJob) { .func = bill_job, .data = request, .free_result = g_object_unref },
       cancellable, callback, user_data);
  /* Most bills are there before a blank page would be, and cost one frame instead of two. */
  desk_worker_linger (desk_session_get_worker (session), BILL_LINGER_US);
}

/* One answer for each language. */
static GPtrArray *
say_in (DeskHouse         *house,
        const DeskActor   *actor,
        DeskExplanation   *explanation,
        const char *const *langs)
{
  GPtrArray *answers = g_ptr_array_new_with_free_func (FREE (desk_said_free));

  for (guint i = 0; langs[i] != NULL; i++)
    g_ptr_array_add (answers, say (house, actor, explanation, langs[i]));

  return answers;
}

static gpointer
explanation_job (DeskHouse     *house,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  const Request *request = data;
  g_autoptr (DeskExplanation) explanation = NULL;

  explanation = desk_explain (house, desk_bill_get_stay (request->bill),
                              desk_bill_get_folio (request->bill), request->topic, request->line,
                              error);
  if (explanation == NULL)
    return NULL;

  return say_in (house, request->actor, explanation, (const char *const *) request->langs);
}

void
desk_read_explanation (DeskSession         *session,
                       DeskBill            *bill,
                       const DeskQuestion  *question,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  Request *request = request_new (session);

  request->bill = g_object_ref (bill);
  request->topic = question->topic;
  request->line = question->line;
  request->langs = g_strdupv ((char **) question->langs);
  run (session, (DeskJob) { .func = explanation_job, .data = request,
                            .free_result = FREE (g_ptr_array_unref) },
       cancellable, callback, user_data);
}

static gpointer
plan_job (DeskHouse     *house,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  const Request *request = data;

  return desk_planned_new (house, request->actor, request->action, error);
}

void
desk_read_plan (DeskSession         *session,
                const DeskAction    *action,
                GCancellable        *cancellable,
                GAsyncReadyCallback  callback,
                gpointer             user_data)
{
  Request *request = request_new (session);

  request->action = desk_action_copy (action);
  run (session, (DeskJob) { .func = plan_job, .data = request,
                            .free_result = FREE (desk_planned_free) },
       cancellable, callback, user_data);
}

static GPtrArray *
answer_why (DeskHouse        *house,
            const DeskActor  *actor,
            const DeskLine   *line,
            GError          **error)
{
  g_autoptr (DeskBill) bill = load_bill (house, line->stay_id, error);
  g_autoptr (DeskExplanation) explanation = NULL;
  const char *own = desk_catalog_get_language (desk_app_get_catalog ());
  const char *lang;

  if (bill == NULL)
    return NULL;

  explanation = desk_explain (house, desk_bill_get_stay (bill), desk_bill_get_folio (bill),
                              line->topic, line->line, error);
  if (explanation == NULL)
    return NULL;

  lang = desk_catalog_get_language (desk_catalog_get (line->lang != NULL
                                                        ? line->lang
                                                        : desk_bill_get_row (bill)->lang));

  return say_in (house, actor, explanation,
                 (const char *[]) { lang, g_str_equal (lang, own) ? NULL : own, NULL });
}

/* Whether the first word that is not understood is the one that is being typed. */
static gboolean
is_unfinished (const GArray *tokens,
               const char   *text)
{
  for (guint i = 0; i < tokens->len; i++)
    {
      const DeskLineToken *token = &g_array_index (tokens, DeskLineToken, i);

      if (token->word_class == NULL)
        return i + 1 == tokens->len && text[token->end] == '\0';
    }

  return TRUE;
}

/* A line that is not understood is an answer too: what is wrong with it, and
 * what a search for its words would find. */
static gpointer
line_job (DeskHouse     *house,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  const Request *request = data;
  g_autoptr (DeskTyped) typed = g_new0 (DeskTyped, 1);

  typed->line = desk_line_parse (house, request->text, request->stay_id, desk_app_get_catalog (),
                                 &typed->problem);

  if (typed->line == NULL)
    {
      typed->tokens = desk_line_classify (house, request->text, request->stay_id,
                                          desk_app_get_catalog ());
      typed->unfinished = is_unfinished (typed->tokens, request->text);
      typed->rows = find (house, request->text, LINE_ROWS, &typed->more, &typed->nearest, error);
    }
  else if (typed->line->kind == DESK_LINE_FIND)
    typed->rows = find (house, typed->line->words, LINE_ROWS, &typed->more, &typed->nearest,
                        error);
  else if (typed->line->kind == DESK_LINE_ACTION)
    typed->planned = desk_planned_new (house, request->actor, typed->line->action, &typed->problem);
  else
    typed->said = answer_why (house, request->actor, typed->line, &typed->problem);

  if (error != NULL && *error != NULL)
    return NULL;
  if (typed->line != NULL)
    typed->tokens = g_array_ref (typed->line->tokens);
  if (typed->line != NULL && typed->line->kind != DESK_LINE_FIND)
    typed->echo = desk_line_dup_echo (house, typed->line, request->text, desk_app_get_catalog (),
                                      error);

  return error != NULL && *error != NULL ? NULL : g_steal_pointer (&typed);
}

void
desk_read_line (DeskSession         *session,
                const char          *text,
                gint64               open_stay_id,
                GCancellable        *cancellable,
                GAsyncReadyCallback  callback,
                gpointer             user_data)
{
  Request *request = request_new (session);

  request->text = g_strdup (text);
  request->stay_id = open_stay_id;
  run_for_key (session, (DeskJob) { .func = line_job, .data = request,
                                    .free_result = FREE (desk_typed_free) },
               cancellable, callback, user_data);
}

static gpointer
users_job (DeskHouse     *house,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  return desk_sign_in_list (house, error);
}

void
desk_read_users (DeskSession         *session,
                 GCancellable        *cancellable,
                 GAsyncReadyCallback  callback,
                 gpointer             user_data)
{
  run (session, (DeskJob) { .func = users_job, .data = request_new (session),
                            .free_result = FREE (g_ptr_array_unref) },
       cancellable, callback, user_data);
}

static gpointer
night_job (DeskHouse     *house,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  const Request *request = data;
  g_autoptr (DeskCloseDayPlan) plan = NULL;
  DeskContext reader = { 0 };
  guint n_flagged = 0;

  desk_actor_fill_context (request->actor, &reader);
  plan = desk_close_day_plan (house, &reader, error);
  if (plan == NULL)
    return NULL;

  /* How many there are is nothing for the counter. */
  if (desk_adjustments_may_review (&reader) &&
      !desk_adjustments_count_flagged (house, plan->business_date, &n_flagged, error))
    return NULL;

  return desk_night_plan_new ((DeskProperty *) desk_house_get_property (house), plan, n_flagged);
}

void
desk_read_night (DeskSession         *session,
                 GCancellable        *cancellable,
                 GAsyncReadyCallback  callback,
                 gpointer             user_data)
{
  run (session, (DeskJob) { .func = night_job, .data = request_new (session),
                            .free_result = g_object_unref },
       cancellable, callback, user_data);
}
