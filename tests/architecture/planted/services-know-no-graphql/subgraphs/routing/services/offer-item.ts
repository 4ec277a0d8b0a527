import { GraphQLError } from 'graphql'

export const refusal = new GraphQLError('no')
