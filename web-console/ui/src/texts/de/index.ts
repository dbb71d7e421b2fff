import type { Texts } from '../index';
import { administration } from './administration';
import { artifacts } from './artifacts';
import { common } from './common';
import { editor } from './editor';
import { history, run } from './history';
import { jobs } from './jobs';
import { lists } from './lists';
import { navigation } from './navigation';
import { preferences } from './preferences';
import { eta, status } from './runs';
import { schedule } from './schedule';
import { password, signIn } from './sign-in';

/** German. */
export const de: Texts = { ...common, navigation, lists, signIn, password, status, eta, schedule, jobs, editor, history, run, artifacts, administration, preferences };
