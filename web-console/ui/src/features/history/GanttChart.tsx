import { Text, Tooltip } from '@mantine/core';
import { texts } from '../../texts';
import { type Bar, type Lane, place, type Span, ticks } from './gantt';
import { taskName, tookInWords } from './task-name';
import classes from './GanttChart.module.css';

interface Props {
  lanes: readonly Lane[];
  span: Span;
  /** the chart in words; the table below it tells every attempt */
  summary: string;
}

/** Bars along time, a lane for each phase, task or worker. */
export function GanttChart({ lanes, span, summary }: Props) {
  const whole = span.to - span.from;
  return (
    <div role="img" aria-label={`${texts.run.timeline.title}: ${summary}`} className={classes['chart']}>
      <div className={classes['axis']}>
        <span />
        <div className={classes['track']}>
          {ticks(span).map((at) => (
            <span key={at} className={classes['tick']} style={{ left: `${(at / whole) * 100}%` }}>
              <Text size="xs" component="span">
                {tookInWords(at / 1000)}
              </Text>
            </span>
          ))}
        </div>
      </div>
      {lanes.map((lane) => (
        <div key={lane.key} className={classes['lane']}>
          <Text size="xs" component="span" className={classes['label'] ?? ''} title={lane.label}>
            {lane.label}
          </Text>
          <div className={classes['track']}>
            {lane.bars.map((bar) => (
              <BarOf key={bar.key} bar={bar} span={span} />
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}

function BarOf({ bar, span }: { bar: Bar; span: Span }) {
  const { left, width } = place(bar, span);
  const words = wordsOf(bar);
  const look = bar.phase !== null ? bar.phase.phase : (bar.attempt?.outcome ?? '');
  return (
    <Tooltip label={words} multiline maw={360} withArrow>
      <div
        className={classes['bar']}
        data-look={look}
        data-open={bar.open || undefined}
        style={{ left: `${left}%`, width: `${width}%` }}
      >
        {bar.phase !== null && width > 9 && (
          <Text size="xs" component="span" truncate>
            {texts.run.timeline.phase[bar.phase.phase] ?? bar.phase.phase}
          </Text>
        )}
      </div>
    </Tooltip>
  );
}

function wordsOf(bar: Bar): string {
  const words = texts.run.timeline;
  const took = tookInWords((bar.to - bar.from) / 1000);
  if (bar.attempt === null) {
    const phase = bar.phase?.phase ?? '';
    return `${words.phase[phase] ?? phase}: ${took}`;
  }
  const { attempt } = bar;
  const told = words.bar(taskName(attempt), attempt.attempt, attempt.worker, words.outcome[attempt.outcome] ?? attempt.outcome, took);
  return attempt.failure === null ? told : `${told}. ${attempt.failure.message}`;
}
